import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { sealOfText } from '#lib/domain/trail/sealed.ts'
import { writeHeads } from '#lib/server/audit-heads.ts'
import { newKey, toJwk } from '#lib/signing/keys.ts'
import { withSharedPostgres } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { exportAudit } from './export-audit.ts'
import { proveVersion } from './prove-version.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'
import { rememberKeys } from './signing-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'galley-downloads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let made = 0

/** Unpacks a download, puts other files in it, and runs the commands of its README as they stand there. */
function runReadme(zip: Uint8Array, others: Readonly<Record<string, string>> = {}): string {
  const place = join(folder, String(made++))
  for (const [name, bytes] of Object.entries({ ...unzipSync(zip), ...encoded(others) })) {
    mkdirSync(dirname(join(place, name)), { recursive: true })
    writeFileSync(join(place, name), bytes)
  }
  const readme = readFileSync(join(place, 'README.txt'), 'utf8').split('\n')
  const commands = readme.filter((line) => line.startsWith('    ')).join('\n')
  return execFileSync('sh', ['-c', `exec 2>&1; ${commands}\ntrue`], {
    cwd: place,
    encoding: 'utf8',
  })
}

/** `npm run verify` on files, as a person runs it: exit code and words. */
function verify(what: string, zip: Uint8Array, ...more: string[]) {
  const file = join(folder, `${made++}.zip`)
  writeFileSync(file, zip)
  try {
    const args = ['lib/server/verify.ts', what, file, ...more]
    return { code: 0, says: execFileSync(process.execPath, args, { encoding: 'utf8' }) }
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string }
    return { code: status, says: stdout }
  }
}

const encoded = (files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))
const fileIn = (zip: Uint8Array, name: string) => strFromU8(unzipSync(zip)[name]!)
const withFiles = (zip: Uint8Array, files: Readonly<Record<string, string>>) =>
  zipSync({ ...unzipSync(zip), ...encoded(files) })

withSharedPostgres('downloads', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    await rememberKeys(desk.context, [desk.signer.key])
    const [ada, rev, pia, adm] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
      await desk.person(['admin']),
    ]
    const id = await desk.article(ada, 'It rained in Tårn. It leaks.')
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'approve')
    const published = must(
      await publishVersion(desk.context, pia, id, { change: 'first', note: 'In a hurry.' }),
    )
    return { desk, ada, adm, published }
  }

  it('[SGV3] a version is checked offline, by us and by the commands of its README alone', async () => {
    const { desk, published } = await begin()
    const found = must(await readPublished(desk.context, published.slug, 1))
    const zip = (await proveVersion(desk.context, found, 'https://news.example.org'))!
    expect(fileIn(zip, 'version.json')).toBe(found.stored.canonical)
    const whole = `SHA-256 ${published.hash}`
    expect(runReadme(zip)).toBe(`${whole}\nSignature Verified Successfully\n`)
    expect(verify('version', zip)).toMatchObject({ code: 0, says: expect.stringContaining(whole) })
    const canonical = found.stored.canonical.replace('leaks', 'leaked')
    const forged = withFiles(zip, { 'version.json': canonical })
    expect(runReadme(zip, { 'version.json': canonical })).toContain(
      'Signature Verification Failure',
    )
    expect(verify('version', forged)).toMatchObject({ code: 1 })
    // Keys that one trusts more than those that came along.
    const keys = join(folder, 'keys.json')
    writeFileSync(keys, JSON.stringify({ keys: [toJwk(newKey())] }))
    expect(verify('version', zip, '--keys', keys)).toMatchObject({ code: 1 })
    writeFileSync(keys, JSON.stringify({ keys: [toJwk(desk.signer.key)] }))
    expect(verify('version', zip, '--keys', keys)).toMatchObject({ code: 0 })
    await desk.stop()
  })

  it('[SGV3] the audit trail is checked offline, and each way of bending it is named', async () => {
    const { desk, ada, adm } = await begin()
    expect(failureOf(await exportAudit(desk.context, ada, ''))).toBe('forbidden')
    const zip = must(await exportAudit(desk.context, adm, 'https://news.example.org'))
    const rows = fileIn(zip, 'audit.jsonl').trimEnd().split('\n')
    const hashes = fileIn(zip, 'hashes.txt').trimEnd().split('\n')
    const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
    const heads = fileIn(zip, 'heads.txt').trimEnd().split('\n').length
    expect(runReadme(zip)).toBe('Signature Verified Successfully\n'.repeat(heads))
    expect(verify('audit', zip)).toMatchObject({ code: 0 })
    const [a, b] = [rows[3]!, rows[4]!]
    const bent: readonly (readonly [string, number, string[], string[]])[] = [
      ['changed', 4, rows.with(3, a.replace('"seq":4', '"x":1,"seq":4')), hashes],
      ['deleted', 4, rows.toSpliced(3, 1), hashes.toSpliced(3, 1)],
      ['moved', 4, rows.with(3, b).with(4, a), hashes.with(3, hashes[4]!).with(4, hashes[3]!)],
      ['cut off', rows.length, rows.slice(0, -1), hashes.slice(0, -1)],
    ]
    for (const [how, row, audit, marks] of bent) {
      const files = { 'audit.jsonl': text(audit), 'hashes.txt': text(marks) }
      expect(runReadme(zip, files), how).toContain('WRONG')
      const { code, says } = verify('audit', withFiles(zip, files))
      expect([how, code, says]).toEqual([how, 1, expect.stringMatching(`^Row ${row} `)])
    }
    const [words = ''] = Object.keys(unzipSync(zip)).filter((name) => name.startsWith('words/'))
    const other = { [words]: `${fileIn(zip, words)}!` }
    expect(runReadme(zip, other)).toContain('WRONG words changed')
    expect(verify('audit', withFiles(zip, other))).toMatchObject({
      ...{ code: 1, says: expect.stringContaining(words) },
    })
    const foreign = { [`words/${sealOfText('x')}.txt`]: 'x' }
    expect(runReadme(zip, foreign)).toContain('WRONG words of no row')
    expect(verify('audit', withFiles(zip, foreign))).toMatchObject({
      ...{ code: 1, says: expect.stringContaining('belongs to no row') },
    })
    const forged = fileIn(zip, 'heads.txt').replace(/.{8}\n$/, 'AAAAAAAA\n')
    expect(runReadme(zip, { 'heads.txt': forged })).toContain('WRONG signature')
    expect(verify('audit', withFiles(zip, { 'heads.txt': forged }))).toMatchObject({ code: 1 })
    await desk.stop()
  })

  it('[LOG12] signed heads are written to a second place, once each, and there they outlive what was cut off', async () => {
    const { desk, ada, adm } = await begin()
    const file = join(folder, 'elsewhere', `${made++}.txt`)
    await writeHeads(file, desk.context)
    const before = readFileSync(file, 'utf8')
    await writeHeads(file, desk.context)
    expect(readFileSync(file, 'utf8')).toBe(before)
    const early = must(await exportAudit(desk.context, adm, ''))
    await desk.article(ada, 'More.')
    await writeHeads(file, desk.context)
    const after = readFileSync(file, 'utf8')
    expect(after.startsWith(before)).toBe(true)
    expect(after.split('\n').length).toBeGreaterThan(before.split('\n').length)
    // The download knows no more heads than rows; the second place does.
    expect(verify('audit', early)).toMatchObject({ code: 0 })
    expect(verify('audit', early, '--heads', file)).toMatchObject({
      ...{ code: 1, says: expect.stringContaining('is missing') },
    })
    await desk.stop()
  })
})
