import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { type NamedFile, packDossier } from './dossier.ts'

const first = { ...smallVersion(), number: 1, previousHash: null, history: [] }
const second = { ...smallVersion(), number: 2, previousHash: hashOf(first) }
const record = (number: number, version: object): NamedFile => ({
  name: `versions/${number}.json`,
  bytes: strToU8(canonicalJson(version)),
})
const FILES = [record(1, first), record(2, second)]

/** What the script says of an unpacked dossier in which some files were replaced. */
async function verified(files: readonly NamedFile[], replaced: readonly NamedFile[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'galley-dossier-'))
  const parts = Object.entries(unzipSync(packDossier(files)))
  for (const [name, bytes] of [
    ...parts,
    ...replaced.map((file) => [file.name, file.bytes] as const),
  ]) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  try {
    return execFileSync('sh', [join(folder, 'verify.sh')], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return (error as { stderr: string }).stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a dossier', () => {
  it('[FMT21] has the same bytes for the same files, in whichever order they come', () => {
    expect(packDossier(FILES.toReversed())).toEqual(packDossier(FILES))
  })

  it('[FMT21] verifies with its own script, which names the hash of each version', async () => {
    const told = await verified(FILES)
    expect(told).toContain('verified: 2 version(s)')
    expect(told).toContain(`version 2: ${hashOf(second)}`)
  })

  it('[FMT21] is refused when a byte of it was changed', async () => {
    const forged = record(2, { ...second, note: 'Nothing was wrong.' })
    expect(await verified(FILES, [forged])).toContain('did NOT match')
  })

  it('[FMT21] is refused when a version was exchanged, though all sums were made anew', async () => {
    const forged = record(1, { ...first, headline: 'Another one' })
    expect(await verified([forged, record(2, second)])).toContain('does not follow')
  })

  it.each(['../up', '/etc/passwd', 'a b', "a'", 'a\nb', '', 'versions/1.json'])(
    '[FMT21] takes no file under the name %j',
    (name) => {
      expect(() => packDossier([...FILES, { name, bytes: new Uint8Array() }])).toThrow(/name/)
    },
  )
})
