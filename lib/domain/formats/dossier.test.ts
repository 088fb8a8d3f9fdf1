import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import type { ToldRow } from '#lib/domain/trail/told-acts.ts'
import { headPayload } from '#lib/signing/check-download.ts'
import { versionFiles } from '#lib/signing/download.ts'
import { newKey, toPem } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
import { NODE_PACKING } from '#lib/usecases/node-packing.ts'
import { type NamedFile, packDossier } from './dossier.ts'

const first = { ...smallVersion(), number: 1, previousHash: null, history: [] }
const second = { ...smallVersion(), number: 2, previousHash: hashOf(first) }
const record = (number: number, version: object): NamedFile => ({
  name: `versions/${number}.json`,
  bytes: strToU8(canonicalJson(version)),
})
const SIGNER = signerWith([newKey()])
const KEY = `signature/keys/${SIGNER.key.kid}.pem`
const SIGNATURE = Object.entries(
  versionFiles({
    canonical: canonicalJson(second),
    signature: await SIGNER.signDetached('galley-version', hashOf(second)),
    ...{ keys: [SIGNER.key], origin: '' },
  }),
).map(([name, text]): NamedFile => ({ name: `signature/${name}`, bytes: strToU8(text) }))
/** As the trail has it: somebody else did something between the two. */
function toldOf(seq: number, hash: string, version: Version): ToldRow {
  const { articleId, number, publishedAt } = version
  const act = { action: 'version.published', articleId, by: 'publisher 1' }
  return { act: { ...act, hash: hashOf(version), number }, at: publishedAt, hash, seq }
}
const TOLD = [toldOf(3, '0'.repeat(64), first), toldOf(7, 'ab'.repeat(32), second)]
const headOf = ({ act, ...head }: ToldRow) =>
  SIGNER.sign('galley-audit-head', headPayload(head, act))
const HEADS = await Promise.all(TOLD.map(headOf))
function auditOf(told: readonly ToldRow[], heads: readonly string[]): readonly NamedFile[] {
  const file = (name: string, lines: readonly string[]) => ({
    name: `audit/${name}`,
    bytes: strToU8(lines.map((line) => `${line}\n`).join('')),
  })
  return [file('acts.jsonl', told.map(canonicalJson)), file('heads.txt', heads)]
}
const AUDIT = auditOf(TOLD, HEADS)
const UNSIGNED = [record(1, first), record(2, second), ...AUDIT]
const FILES = [...UNSIGNED, ...SIGNATURE]

/** What the script says of an unpacked dossier in which some files were replaced. */
async function verified(files: readonly NamedFile[], replaced: readonly NamedFile[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'galley-dossier-'))
  const parts = Object.entries(unzipSync(packDossier(files, NODE_PACKING)))
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
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    expect(stdout).not.toContain('verified:')
    return stderr
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a dossier', () => {
  it('[FMT21] has the same bytes for the same files, in whichever order they come', () => {
    expect(packDossier(FILES.toReversed(), NODE_PACKING)).toEqual(packDossier(FILES, NODE_PACKING))
  })

  it('[FMT21] verifies with its own script, which names the hash of each version', async () => {
    const told = await verified(FILES)
    expect(told).toContain(
      `verified: 2 version(s), the last one signed with the key ${SIGNER.key.kid}`,
    )
    expect(told).toContain(`version 2: ${hashOf(second)}`)
    expect(told).toContain('audit trail: 2 act(s), 2 of them signed when they were written')
  })

  it('[FMT33] is verified by what the audit trail tells of it, and by nothing that is another', async () => {
    const [one, two] = TOLD as [ToldRow, ToldRow]
    const told = (rows: readonly ToldRow[], heads: readonly string[] = HEADS) =>
      verified([record(1, first), record(2, second), ...auditOf(rows, heads), ...SIGNATURE])
    // From before each was signed: it is told how many were.
    expect(await told(TOLD, HEADS.slice(1))).toContain('2 act(s), 1 of them signed')
    const later = { ...two, at: '2027-01-01T00:00:00.000Z' }
    expect(await told([one, later])).toContain('is not the one that is here')
    const other = { ...two, act: { ...two.act, by: 'publisher 2' } }
    expect(await told([one, other])).toContain('is not the one that is here')
    expect(await told([two, one])).toContain('not in its place')
    expect(await told([two], HEADS.slice(1))).toContain('does not tell of version 1')
    const down = { ...one, act: { ...one.act, action: 'version.takenDown' } }
    expect(await told([down, two], HEADS.slice(1))).toContain('does not tell of version 1')
    const stranger = signerWith([newKey()])
    const foreign = await stranger.sign('galley-audit-head', headPayload(two, two.act))
    expect(await told(TOLD, [foreign])).toContain('is not in signature/keys')
    const [head = '', , signature] = (HEADS[0] ?? '').split('.')
    const [, payload = ''] = (HEADS[1] ?? '').split('.')
    expect(await told(TOLD, [`${head}.${payload}.${signature}`])).toContain('not by this key')
    expect(await verified(FILES.filter((file) => !AUDIT.includes(file)))).toContain(
      'there is nothing of the audit trail',
    )
  })

  it('[FMT21] is refused when a byte of it was changed', async () => {
    const forged = record(2, { ...second, note: 'Nothing was wrong.' })
    expect(await verified(FILES, [forged])).toContain('did NOT match')
  })

  it('[FMT21] is refused when a version was exchanged, though all sums were made anew', async () => {
    const forged = record(1, { ...first, headline: 'Another one' })
    expect(await verified([forged, record(2, second), ...SIGNATURE])).toContain('does not follow')
  })

  it('[FMT21] is not verified without its signature, its key, or with those of something else', async () => {
    const without = (name: string) => FILES.filter((file) => file.name !== name)
    expect(await verified(UNSIGNED)).toContain('NOT VERIFIED: there is no signature')
    expect(await verified(without('signature/signature.txt'))).toContain('there is no signature')
    expect(await verified(without(KEY))).toContain(`${SIGNER.key.kid}, is not in signature/keys`)
    const other = toPem(newKey())
    const put = (name: string, text: string) => [...without(name), { name, bytes: strToU8(text) }]
    expect(await verified(put(KEY, other))).toContain('not by this key over this hash')
    for (const text of ['', 'e30..x'])
      expect(await verified(put('signature/signature.txt', text))).toContain('names no key')
    expect(await verified([record(1, first), ...SIGNATURE])).toContain('not by this key')
  })

  it.each(['../up', '/etc/passwd', 'a b', "a'", 'a\nb', '', 'versions/1.json'])(
    '[FMT21] takes no file under the name %j',
    (name) => {
      expect(() =>
        packDossier([...FILES, { name, bytes: new Uint8Array() }], NODE_PACKING),
      ).toThrow(/name/)
    },
  )
})
