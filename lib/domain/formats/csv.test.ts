import { describe, expect, it } from 'vitest'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { csv } from './csv.ts'

/** RFC 4180, read by the letter: quoted cells only, CRLF after each record. */
function recordsOf(text: string): readonly (readonly string[])[] {
  expect(text).toMatch(/^("([^"]|"")*"(,"([^"]|"")*")*\r\n)+$/)
  return [...text.matchAll(/((?:"(?:[^"]|"")*",?)+)\r\n/g)].map(([, record = '']) =>
    [...record.matchAll(/"((?:[^"]|"")*)"(?=,|$)/g)].map(([, cell = '']) =>
      cell.replaceAll('""', '"'),
    ),
  )
}

describe('the audit sheet', () => {
  it.each([
    ['large', largeVersion()],
    ['hostile', hostileVersion()],
  ])('[FMT8] has a row for each sentence of the %s version, and its words', (_, version) => {
    const [head, ...rows] = recordsOf(csv.render(version))
    expect(rows).toHaveLength(version.sentences.length)
    for (const [at, row] of rows.entries()) {
      expect(row).toHaveLength(head?.length ?? 0)
      expect(row[3]?.replace(/^'(?=[=+\-@])/, '')).toBe(version.sentences[at]?.text)
    }
  })

  it('[FMT8] lets no cell begin a formula', () => {
    const cells = recordsOf(csv.render(hostileVersion())).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
    expect(cells).toContain("'=SUM(A1:A9)+cmd|calc.")
  })
})
