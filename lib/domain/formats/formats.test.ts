import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatHashes } from '#lib/testing/hash-formats.ts'
import { hostileVersion } from '#lib/testing/version-hostile.ts'
import { largeVersion } from '#lib/testing/version-large.ts'
import { scaleVersion } from '#lib/testing/version-scale.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { FORMATS, findFormat } from './registry.ts'

const HASHES = formatHashes()
const VERSIONS = { small: smallVersion, large: largeVersion, hostile: hostileVersion }

describe('every format', () => {
  it('[FMT1] is found by its id and has an extension of its own', () => {
    for (const format of FORMATS) expect(findFormat(format.id)).toBe(format)
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length)
    expect(new Set(FORMATS.map(({ extension }) => extension)).size).toBe(FORMATS.length)
    expect(findFormat('pdf')).toBeUndefined()
  })

  for (const [name, version] of Object.entries(VERSIONS)) {
    it.each(FORMATS)(`[FMT1] $id: the ${name} version gives the same bytes each time`, (format) => {
      const first = format.render(version())
      expect(format.render(version())).toEqual(first)
      expect(typeof first !== 'string' || first.isWellFormed()).toBe(true)
    })

    it.each(FORMATS)(`[FMT1] $id: rendering leaves the ${name} version as it was`, (format) => {
      const given = deepFrozen(version())
      expect(() => format.render(given)).not.toThrow()
    })
  }

  it.each([
    ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
    ['America/St_Johns', 'ar_EG.UTF-8'],
  ])('[FMT1] gives the same bytes in the zone %s with the language %s', (zone, language) => {
    const program = fileURLToPath(import.meta.resolve('#lib/testing/hash-formats.ts'))
    const env = { ...process.env, TZ: zone, LANG: language, LC_ALL: language }
    const told = execFileSync(process.execPath, [program], { env, encoding: 'utf8' })
    expect(told.split('\n')).toEqual(HASHES)
  })

  it('[FMT31] of 50,000 words in 2,500 annotated sentences no format is out of proportion', () => {
    const version = scaleVersion()
    expect(version.sentences.filter(({ citations }) => citations.length)).toHaveLength(2_500)
    const kibibytes = (value: string | Uint8Array) => Math.round(Buffer.byteLength(value) / 1024)
    const sizes = FORMATS.map(({ id, render }) => [id, kibibytes(render(version))] as const)
    // The text is 300 KiB, and the record that all are made of 1,400.
    expect(sizes.filter(([, size]) => size > 6 * 1024)).toEqual([])
    expect(sizes.reduce((sum, [, size]) => sum + size, 0)).toBeLessThan(24 * 1024)
  })

  it.each(FORMATS)('[FMT1] $id: the small version is the stored text', async (format) => {
    const file = `./golden/small.${format.extension}.golden`
    const written = format.render(smallVersion())
    await expect(typeof written === 'string' ? written : partsOf(written)).toMatchFileSnapshot(file)
  })
})

/** An archive as text: each part under its name. */
function partsOf(archive: Uint8Array): string {
  const parts = Object.entries(unzipSync(archive))
  return parts.map(([name, xml]) => `${name}\n${strFromU8(xml)}\n`).join('\n')
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) deepFrozen(item)
    Object.freeze(value)
  }
  return value
}
