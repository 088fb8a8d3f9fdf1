import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { charactersOf } from '#lib/testing/woff2.ts'
import { READER_CSS } from './reader-css.ts'
import { FONT_LINKS } from './site-page.ts'

const FACES = [...READER_CSS.matchAll(/url\((\/fonts\/[^)]+)\).*?unicode-range: ([^}]+)\}/g)].map(
  ([, path = '', range = '']) => ({ path, font: readFileSync(`public${path}`), range }),
)

/** Each character of `U+20-7E, U+131`. */
function pointsOf(range: string): readonly number[] {
  return range.split(',').flatMap((part) => {
    const [from = 0, to = from] = part
      .trim()
      .slice(2)
      .split('-')
      .map((digits) => Number.parseInt(digits, 16))
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

it.each(FACES)('[FMT36] $path has the letters for which it is fetched', ({ font, range }) => {
  const has = charactersOf(font)
  const letters = pointsOf(range).filter((point) => /\p{L}/u.test(String.fromCodePoint(point)))
  expect(letters.length).toBeGreaterThan(100)
  expect(
    letters.filter((point) => !has.has(point)).map((point) => String.fromCodePoint(point)),
  ).toEqual([])
})

it('[FMT36] names of Europe are set in one font each, in the text, in quotations and beside it', () => {
  const names = 'Łódź Tomáš Dvořák Őrség Șerban Şükrü Ğ İzmir ı Ķemeri Żaneta Þór Ångström Ŵyn'
  const letters = new Set(names.replaceAll(' ', ''))
  for (const face of ['galley-serif', 'galley-serif-italic', 'galley-sans']) {
    const ranges = FACES.filter(({ path }) =>
      [`/fonts/${face}.woff2`, `/fonts/${face}-more.woff2`].includes(path),
    ).map(({ range }) => range)
    const points = new Set(pointsOf(ranges.join(',')))
    expect([...letters].filter((letter) => !points.has(letter.codePointAt(0) ?? 0))).toEqual([])
  }
})

it('[FMT36] those of every page weigh at most 45 kB, and each that is fetched for some less than half of that', () => {
  const size = ({ font }: (typeof FACES)[number]) => font.length
  const [always, some] = [true, false].map((is) =>
    FACES.filter(({ path }) => FONT_LINKS.includes(`"${path}"`) === is).map(size),
  )
  expect(always).toHaveLength(2)
  expect(always?.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(45_000)
  expect(Math.max(...(some ?? []))).toBeLessThan(22_500)
})
