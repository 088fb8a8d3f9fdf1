import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { picture } from '#lib/testing/pictures.ts'
import { renditionFor, widthsFor } from './picture.ts'
import { checkSize, MAX_PICTURE_BYTES, pictureTypeOf } from './picture-file.ts'

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [...part],
    ),
  )
const outcome = (bytes: Uint8Array) => {
  const type = pictureTypeOf(bytes)
  return type.ok ? type.value : type.failure.message
}

describe('what a file is', () => {
  it.each<[string, Uint8Array]>([
    ['image/jpeg', bytesOf([0xff, 0xd8, 0xff, 0xe0])],
    ['image/png', bytesOf([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['image/gif', bytesOf('GIF89a')],
    ['image/gif', bytesOf('GIF87a<script>')],
    ['image/webp', bytesOf('RIFF', [1, 0, 0, 0], 'WEBP')],
    ['image/avif', bytesOf([0, 0, 0, 32], 'ftypavif')],
  ])('[FIG1] is decided by its bytes: %s', (type, bytes) => {
    expect(outcome(bytes)).toBe(type)
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', bytesOf(), /empty/],
    ['SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), /Export it as PNG/],
    ['SVG behind a declaration', bytesOf([0xef, 0xbb, 0xbf], '<?xml version="1.0"?><svg>'), /SVG/],
    ['an empty SVG', bytesOf('<svg/>'), /SVG/],
    ['SVG behind a comment', bytesOf('<!-- a --><SVG onload=alert(1)>'), /SVG/],
    ['HTML', bytesOf('<!DOCTYPE html><script>alert(1)</script>'), /not a picture/],
    ['a PDF', bytesOf('%PDF-1.7'), /not a picture/],
    ['HEIC', bytesOf([0, 0, 0, 32], 'ftypheic', [0, 0, 0, 0], 'mif1heic'), /JPEG/],
    ['a film', bytesOf([0, 0, 0, 32], 'ftypisom'), /film/],
    ['TIFF', bytesOf('II', [0x2a, 0]), /TIFF/],
    ['WMF', bytesOf([0xd7, 0xcd, 0xc6, 0x9a]), /PNG/],
    ['half a signature', bytesOf([0x89], 'PN'), /not a picture/],
    ['too much', new Uint8Array(MAX_PICTURE_BYTES + 1).fill(0xff), /20 MiB/],
  ])('[FIG1] is refused with what to do: %s', (_, bytes, words) => {
    expect(outcome(bytes)).toMatch(words)
    expect(outcome(bytes)).toMatch(/\.$/)
  })

  it('[FIG1] no bytes make it fail otherwise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(outcome(bytes).length).toBeGreaterThan(0)
      }),
    )
  })

  it('[FIG2] its size is looked at before it is decoded', () => {
    expect(checkSize(8000, 6000).ok).toBe(true)
    for (const [width, height] of [
      [50_000, 50_000],
      [16_001, 1],
      [10_000, 5001],
      [0, 10],
      [Number.NaN, 10],
    ] as const)
      expect(checkSize(width, height).ok).toBe(false)
  })
})

describe('the sizes of a picture', () => {
  it('[FIG3] grow, are never wider than it, and its own width is the last up to the widest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16_000 }), (width) => {
        const widths = widthsFor(width)
        expect(widths.at(-1)).toBe(Math.min(width, 1920))
        expect([...new Set(widths)].sort((a, b) => a - b)).toEqual(widths)
      }),
    )
  })

  it('[FIG3] the one that is given is the next that is as wide, else the widest', () => {
    const given = (width: number) => renditionFor(picture(), width)?.width
    expect([1, 320, 321, 641, 9999].map(given)).toEqual([320, 320, 640, 1600, 1600])
  })
})
