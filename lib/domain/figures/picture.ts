import type { PictureType } from './picture-file.ts'

/** One size of a picture as readers get it: encoded anew, without anything but its pixels [FIG3]. */
export interface Rendition {
  /** SHA-256 of its bytes, by which it is asked for. */
  readonly hash: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

export const RENDITION_TYPE = 'image/webp'

/** A picture of an article: what was uploaded, measured by the server, and the sizes made of it. */
export interface Picture {
  /** SHA-256 of what was uploaded. Figures name their picture by it. */
  readonly hash: string
  readonly mediaType: PictureType
  /** As it is seen: turned upright. */
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** The smallest first; never none. */
  readonly renditions: readonly Rendition[]
}

export type FindPicture = (hash: string) => Picture | undefined

const WIDTHS = [320, 640, 960, 1280, 1920] as const
const WIDEST = 1920

/** The widths to make of a picture: never wider than it is, its own one included, and none that hardly differs. */
export function widthsFor(width: number): readonly number[] {
  const own = Math.min(width, WIDEST)
  return [...WIDTHS.filter((each) => each < own * 0.85), own]
}

/** The smallest size that is as wide as wanted, else the widest. */
export function renditionFor({ renditions }: Picture, width: number): Rendition | undefined {
  return renditions.find((each) => each.width >= width) ?? renditions.at(-1)
}
