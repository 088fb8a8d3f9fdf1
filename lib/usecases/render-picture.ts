import sharp, { type Sharp } from 'sharp'
import { widthsFor } from '#lib/domain/figures/picture.ts'
import {
  checkSize,
  DAMAGED,
  MAX_PIXELS,
  type PictureType,
  pictureTypeOf,
} from '#lib/domain/figures/picture-file.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

// What the library could read beside these is not ours to open: drawings that hold scripts, documents, raw memory.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((kind) => `VipsForeignLoad${kind}Buffer`),
})
// A newsroom seldom uploads the same picture twice in a row; what was decoded would only stay in memory.
sharp.cache(false)

/** Of a file that hangs the decoder. */
const SLOWEST_SECONDS = 30
/** One picture takes up to half a gigabyte while it is read: the next one waits. */
const MOST_WAITING = 20

export interface RenderedPicture {
  readonly mediaType: PictureType
  readonly width: number
  readonly height: number
  /** The smallest first. */
  readonly sizes: readonly {
    readonly width: number
    readonly height: number
    readonly bytes: Uint8Array
  }[]
}

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * The sizes that readers get of a picture: upright, in the colours that every screen shows, and without anything that
 * stood in the file beside its pixels, such as the place where it was taken [FIG3]. Of a moving picture the first frame.
 * What is no picture, or could not be held, is refused before it is decoded [FIG1, FIG2].
 */
export async function renderPicture(bytes: Uint8Array): Promise<Result<RenderedPicture>> {
  const type = pictureTypeOf(bytes)
  if (!type.ok) return type
  if (waiting >= MOST_WAITING) {
    const message = 'Many pictures are being read now. Try again in a minute.'
    return fail({ kind: 'tooMany', message, retryAfter: 60 })
  }
  waiting++
  const turn = last.then(() => render(bytes, type.value))
  last = turn.catch(() => undefined).finally(() => waiting--)
  return turn
}

const FORMATS: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'heif',
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).timeout({
    seconds: SLOWEST_SECONDS,
  })

async function render(bytes: Uint8Array, mediaType: PictureType): Promise<Result<RenderedPicture>> {
  try {
    // Its head alone is read: what it claims is ours to judge, with words that help.
    const said = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (said.format !== FORMATS[mediaType]) return fail({ kind: 'invalid', message: DAMAGED })
    const { width, height } = said.autoOrient
    const size = checkSize(width, height)
    if (!size.ok) return size
    // Drawings and screens have hard edges, which show what is saved on them.
    const isDrawn = mediaType === 'image/png' || mediaType === 'image/gif'
    return ok({ mediaType, width, height, sizes: await sizesOf(bytes, width, isDrawn) })
  } catch {
    // The decoder's own words name its parts, and help nobody.
    return fail({ kind: 'invalid', message: DAMAGED })
  }
}

/** The file is decoded once; every size is made of the widest. */
async function sizesOf(bytes: Uint8Array, width: number, isDrawn: boolean) {
  const widths = widthsFor(width)
  const widest = await open(bytes)
    .autoOrient()
    .resize({ width: widths.at(-1) })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { channels, width: across, height: down } = widest.info
  const raw = { channels, width: across, height: down }
  const sizes: RenderedPicture['sizes'][number][] = []
  for (const each of widths) {
    const small = sharp(widest.data, { raw }).resize({ width: each })
    const made = await encode(small, isDrawn).toBuffer({ resolveWithObject: true })
    sizes.push({ width: made.info.width, height: made.info.height, bytes: made.data })
  }
  return sizes
}

const encode = (picture: Sharp, isDrawn: boolean) =>
  picture.webp(isDrawn ? { quality: 90, smartSubsample: true } : { quality: 82 })
