import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Version } from '#lib/domain/publication/version.ts'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { type TrailRow, trailHash } from '#lib/domain/trail/chain.ts'
import { headPayload } from '#lib/signing/check-download.ts'
import { auditFiles, versionFiles } from '#lib/signing/download.ts'
import { newKey, toPem } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { smallVersion } from '#lib/testing/version-small.ts'
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
function rowOf(seq: number, previousHash: string, version: Version): TrailRow {
  const detail = { change: version.change, hash: hashOf(version), number: version.number }
  const told = { action: 'version.published', actorId: 'pia', articleId: version.articleId, detail }
  return { seq, previousHash, at: version.publishedAt, ...told }
}
const ROWS = [rowOf(3, '0'.repeat(64), first), rowOf(7, 'ab'.repeat(32), second)]
const headOf = (row: TrailRow) =>
  SIGNER.sign('galley-audit-head', headPayload({ seq: row.seq, hash: trailHash(row), at: row.at }))
const HEADS = await Promise.all(ROWS.map(headOf))
function auditOf(rows: readonly TrailRow[], heads: readonly string[]): readonly NamedFile[] {
  const kept = rows.map((row) => ({ row, hash: trailHash(row) }))
  const files = auditFiles({ rows: kept, heads, keys: [], origin: '' })
  return ['audit.jsonl', 'hashes.txt', 'heads.txt'].map((name) => ({
    name: `audit/${name}`,
    bytes: strToU8(files[name] ?? ''),
  }))
}
const AUDIT = auditOf(ROWS, HEADS)
const UNSIGNED = [record(1, first), record(2, second), ...AUDIT]
const FILES = [...UNSIGNED, ...SIGNATURE]

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
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    expect(stdout).not.toContain('verified:')
    return stderr
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
    expect(told).toContain(
      `verified: 2 version(s), the last one signed with the key ${SIGNER.key.kid}`,
    )
    expect(told).toContain(`version 2: ${hashOf(second)}`)
    expect(told).toContain('audit trail: 2 row(s), 2 of them signed when they were written')
  })

  it('[FMT33] is verified by its rows of the audit trail, and by none that is another', async () => {
    const [one, two] = ROWS as [TrailRow, TrailRow]
    const told = (rows: readonly TrailRow[], heads: readonly string[] = HEADS) =>
      verified([record(1, first), record(2, second), ...auditOf(rows, heads), ...SIGNATURE])
    // From before each was signed: it is told how many were.
    expect(await told(ROWS, HEADS.slice(1))).toContain('2 row(s), 1 of them signed')
    const later = { ...two, at: '2027-01-01T00:00:00.000Z' }
    expect(await told([one, later])).toContain('is not the one that is here')
    expect(await told([two, one])).toContain('not in its place')
    expect(await told([two], HEADS.slice(1))).toContain('do not tell of version 1')
    expect(await told([one, { ...two, seq: 4 }], [])).toContain('does not follow')
    const next = { ...two, seq: 4, previousHash: trailHash(one) }
    expect(await told([one, next], [])).toContain('verified: 2 version(s)')
    const other = signerWith([newKey()])
    const foreign = await other.sign(
      'galley-audit-head',
      headPayload({ ...two, hash: trailHash(two) }),
    )
    expect(await told(ROWS, [foreign])).toContain('is not in signature/keys')
    const [head = '', , signature] = (HEADS[0] ?? '').split('.')
    const [, payload = ''] = (HEADS[1] ?? '').split('.')
    expect(await told(ROWS, [`${head}.${payload}.${signature}`])).toContain('not by this key')
    const hashes = { name: 'audit/hashes.txt', bytes: strToU8(`${'0'.repeat(64)}\n`.repeat(2)) }
    const bent = FILES.map((file) => (file.name === hashes.name ? hashes : file))
    expect(await verified(bent)).toContain('has another hash')
    expect(await verified(FILES.filter((file) => !AUDIT.includes(file)))).toContain(
      'there are no rows of the audit trail',
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
      expect(() => packDossier([...FILES, { name, bytes: new Uint8Array() }])).toThrow(/name/)
    },
  )
})
