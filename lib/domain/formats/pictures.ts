import type { Version, VersionFigure, VersionSize } from '#lib/domain/publication/version.ts'

/** Where readers get a size of a picture: under its hash, which never names another. */
export function pictureHref({ slug }: Pick<Version, 'slug'>, { hash }: VersionSize): string {
  return `/read/${encodeURIComponent(slug)}/p/${hash}.webp`
}

/** As wide as screens of twice the density show the column of the text. */
const USUAL_WIDTH = 1280

/** The size for whoever gets one only. Null for what no version of ours holds. */
export function usualSize({ sizes }: VersionFigure): VersionSize | null {
  return sizes.find(({ width }) => width >= USUAL_WIDTH) ?? sizes.at(-1) ?? null
}
