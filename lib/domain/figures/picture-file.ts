import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

/** What a file that is to be a picture may be. It is decided by its bytes: a name and a declared type are claims. */
export const PICTURE_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
/** Beyond what newsroom cameras make; a small file may claim any number of them. */
export const MAX_PIXELS = 50_000_000
/** Neither a browser nor an encoder takes more on one side. */
const MAX_SIDE = 16_000

const TAKEN = 'JPEG, PNG, WebP, GIF and AVIF are taken.'
const TOO_LARGE = 'The picture is larger than 20 MiB. Save it smaller, and add that.'
const SVG =
  'This is an SVG drawing, which can hold scripts, and is not taken. Export it as PNG, and add that.'
const HEIC =
  'This is a HEIC picture of a telephone, which browsers cannot show. Export it as JPEG, and add that.'
const METAFILE = 'This is a drawing of an office program. Save it as PNG, and add that.'
const TIFF = 'This is a TIFF picture, which browsers cannot show. Export it as JPEG or PNG.'

const wrong = (message: string) => fail({ kind: 'invalid', message })

/** Only so much of a file is looked at. */
export const HEAD_BYTES = 1024

/** The kind of picture that these bytes are, or what to do instead. Only their beginning is looked at [FIG1]. */
export function pictureTypeOf(bytes: Uint8Array, size = bytes.length): Result<PictureType> {
  if (!size) return wrong('The file is empty. Choose another.')
  if (size > MAX_PICTURE_BYTES) return wrong(TOO_LARGE)
  const starts = (...signature: readonly number[]) =>
    signature.every((byte, at) => bytes[at] === byte)
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (starts(0xff, 0xd8, 0xff)) return ok('image/jpeg')
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return ok('image/png')
  if (/^GIF8[79]a$/.test(text(0, 6))) return ok('image/gif')
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return ok('image/webp')
  if (text(4, 8) === 'ftyp') return boxType(text(8, 64))
  return wrong(otherWords(text(0, HEAD_BYTES), starts))
}

/** The brands of an ISO file say what is in it: the first is its own, the others what it can be read as. */
function boxType(brands: string): Result<PictureType> {
  if (/^avi[fs]/.test(brands)) return ok('image/avif')
  if (/hei[cxms]|hev[cx]|mif1/.test(brands)) return wrong(HEIC)
  return wrong(`This is a film or a sound, not a picture. ${TAKEN}`)
}

function otherWords(start: string, starts: (...signature: readonly number[]) => boolean): string {
  if (/<svg[\s/>]/i.test(start) || /^[\s\u00EF\u00BB\u00BF]*<\?xml/.test(start)) return SVG
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return TIFF
  if (starts(0xd7, 0xcd, 0xc6, 0x9a) || start.slice(40, 44) === ' EMF') return METAFILE
  return `This is not a picture that can be taken. ${TAKEN}`
}

/** Whether a picture of that size is decoded at all: what it says of itself is asked before that [FIG2]. */
export function checkSize(width: number, height: number): Result<null> {
  if (!(width >= 1 && height >= 1)) return wrong(DAMAGED)
  if (Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS) {
    const size = `${width} × ${height} pixels`
    return wrong(
      `The picture has ${size}. 50 million are taken, and 16,000 on a side: save it smaller.`,
    )
  }
  return ok(null)
}

export const DAMAGED =
  'The picture is damaged or not whole. Open it in another program, save it, and add that.'
