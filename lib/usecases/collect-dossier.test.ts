import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { html } from '#lib/domain/formats/html.ts'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import type { CaptureKind } from '#lib/domain/sourcing/capture.ts'
import type { ToldRow } from '#lib/domain/trail/told-acts.ts'
import { linesIn, readHeads } from '#lib/signing/check-download.ts'
import { payloadOf } from '#lib/signing/signatures.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { captureSource } from './capture-source.ts'
import { changeSource } from './change-source.ts'
import { planDossier } from './collect-dossier.ts'
import { publishVersion } from './publish-version.ts'
import { readTexts } from './read-changes.ts'
import { readerPageOf, readPublished, renderExport } from './read-published.ts'
import { readSentence } from './read-sentence.ts'
import { rememberKeys } from './signing-keys.ts'
import { takeDownVersion } from './take-down-version.ts'
import { uploadCapture } from './upload-capture.ts'

let pages = 0

const hashOfFile = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

withSharedDatabase('dossiers', (open) => {
  /** A published article of whose only source there was a copy before it was published. */
  const begin = async (kind: CaptureKind = 'fetched') => {
    const desk = new Desk(open())
    await rememberKeys(desk.context, [desk.signer.key])
    const ada = await desk.person(['editor'])
    const rev = await desk.person(['reviewer'])
    const pia = await desk.person(['publisher'])
    const url = `https://board.example/${++pages}`
    desk.outside.put(url, '<!doctype html><title>Minutes</title><p>It rained.</p>')
    const sourceId = await desk.source(ada, { kind: 'webPage', url, publicName: 'The minutes' })
    const bytes = new TextEncoder().encode('It rained.')
    if (kind === 'fetched') must(await captureSource(desk.context, ada, sourceId))
    else must(await uploadCapture(desk.context, ada, sourceId, { bytes, name: 'minutes.txt' }))
    const id = await desk.article(ada, `It rained ${pages}. It leaks.`)
    await desk.sourceAll(ada, id, sourceId)
    await desk.decide(rev, id, 'approve')
    const input = { change: 'first', note: 'No review: it is raining.' } as const
    const { slug } = must(await publishVersion(desk.context, pia, id, input))
    const files = async () => {
      const published = must(await readPublished(desk.context, slug, null))
      const plan = await planDossier(desk.context, published, NOWHERE)
      return { key: plan.key, parts: unzipSync(await plan.pack()) }
    }
    return { desk, ada, pia, id, url, sourceId, slug, files }
  }
  it('[VER12] taken down since, a version of before is in no dossier any more, also not in one that was made', async () => {
    const { desk, pia, id, files } = await begin()
    must(await publishVersion(desk.context, pia, id, { change: 'update', note: 'A second time.' }))
    const before = await files()
    expect(before.parts['versions/1.json']).toBeDefined()
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, id, 1, { reason: 'By order of a court.' }))
    const after = await files()
    expect(after.key).not.toBe(before.key)
    expect(after.parts['versions/1.json']).toBeUndefined()
    await desk.stop()
  })

  it('[FMT10] the page has the body that was frozen, with what became of it since, as readers get it', async () => {
    const { desk, pia, id, slug } = await begin()
    must(
      await publishVersion(desk.context, pia, id, {
        ...{ change: 'correction', note: 'Ten, not two.' },
        correction: { wrong: 'Two.', right: 'Ten.' },
      }),
    )
    const read = must(await readPublished(desk.context, slug, 1))
    expect(readerPageOf(read, NOWHERE).body).toBe(read.stored.body)
    // As an older program may have frozen it.
    const body = '<h1 id="h">As it was frozen</h1>'
    const published = { ...read, stored: { ...read.stored, body } }
    const texts = await readTexts(desk.context, published)
    const page = renderExport(published, html, NOWHERE, texts)
    expect(page).toContain(body)
    expect(page).toContain('Version 1 has been corrected since.')
    expect(page).not.toContain('id="sources"')
    const { pack } = await planDossier(desk.context, published, NOWHERE)
    const parts = unzipSync(await pack())
    expect(strFromU8(parts['article/article.html'] ?? new Uint8Array())).toBe(page)
    await desk.stop()
  })

  it('[FMT26] the page in it tells of each correction, as the one that readers get', async () => {
    const { desk, pia, id, slug, files } = await begin()
    must(
      await publishVersion(desk.context, pia, id, {
        ...{ change: 'correction', note: '' },
        correction: { wrong: 'Two.', right: 'Ten.' },
      }),
    )
    const { parts } = await files()
    const page = strFromU8(parts['article/article.html'] ?? new Uint8Array())
    expect(page).toContain('What changed, by words')
    expect(page).toContain(`<a href="/read/${slug}/diff/1/2">Whole text, version 1 and 2</a>`)
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, id, 1, { reason: 'By order of a court.' }))
    const after = await files()
    const left = strFromU8(after.parts['article/article.html'] ?? new Uint8Array())
    expect(left).not.toContain('What changed, by words')
    await desk.stop()
  })

  const indexOf = (parts: Record<string, Uint8Array>) =>
    JSON.parse(strFromU8(parts['captures/index.json'] ?? new Uint8Array()))

  it('[FMT22] have the page of a source as it was fetched before publication, and no later one', async () => {
    const { desk, ada, url, sourceId, files } = await begin()
    const { key, parts } = await files()
    expect(strFromU8(parts['captures/1.bin'] ?? new Uint8Array())).toContain('It rained.')
    expect(indexOf(parts)).toMatchObject([{ source: 1, askedUrl: url, status: 200 }])
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining([
        'versions/1.json',
        'article/article.html',
        'verify.sh',
        'SHA256SUMS',
      ]),
    )
    desk.outside.put(url, '<!doctype html><title>Minutes</title><p>Another day.</p>')
    must(await captureSource(desk.context, ada, sourceId))
    expect(await files()).toEqual({ key, parts })
    await desk.stop()
  })

  it('[VER15, FMT22] have the copy that the version names, by its hash and time', async () => {
    const { desk, slug, files } = await begin()
    const { version, stored } = must(await readPublished(desk.context, slug, null))
    const [{ at, sha256 }] = indexOf((await files()).parts)
    expect(version.sources[0]?.capture).toEqual({ at, hash: sha256 })
    expect(stored.body).toContain(`<code>${sha256}</code>`)
    expect(stored.body).toContain(`href="/read/${slug}/v/1/dossier"`)
    await desk.stop()
  })

  it.each([
    ['was uploaded', 'uploaded', {}],
    ['was fetched elsewhere', 'fetched', { url: 'https://board.example/moved' }],
    ['is of who spoke on background', 'fetched', { terms: 'background', wording: 'A clerk' }],
  ] as const)('[VER15] no copy is named that %s', async (_, kind, change) => {
    const { desk, ada, pia, id, sourceId, slug } = await begin(kind)
    must(await changeSource(desk.context, ada, sourceId, change))
    await desk.sourceAll(ada, id, sourceId)
    await desk.decide(await desk.person(['reviewer']), id, 'approve')
    must(await publishVersion(desk.context, pia, id, { change: 'update', note: 'More.' }))
    const { version } = must(await readPublished(desk.context, slug, 2))
    expect(version.sources).toHaveLength(1)
    expect(version.sources[0]).not.toHaveProperty('capture')
    await desk.stop()
  })

  it.each([{ terms: 'background' } as const, { url: 'https://board.example/elsewhere' }])(
    '[FMT22] have nothing of a source once it is %j',
    async (change) => {
      const { desk, ada, sourceId, files } = await begin()
      const [{ at, sha256 }] = indexOf((await files()).parts)
      must(await changeSource(desk.context, ada, sourceId, change))
      const { parts } = await files()
      expect(indexOf(parts)).toEqual([{ source: 1, file: null, at, sha256 }])
      expect(Object.keys(parts)).not.toContain('captures/1.bin')
      await desk.stop()
    },
  )

  it('[FMT21] verify with the signature of the version, and not with that of another one', async () => {
    const { desk, files } = await begin()
    const { parts } = await files()
    const folder = mkdtempSync(join(tmpdir(), 'galley-dossier-'))
    for (const [name, bytes] of Object.entries(parts)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), bytes)
    }
    const verify = () =>
      spawnSync('sh', [join(folder, 'verify.sh')], { encoding: 'utf8', stdio: 'pipe' })
    expect(verify()).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('Signature Verified Successfully'),
    })
    // All sums are made anew, as a forger would.
    const record = join(folder, 'versions/1.json')
    writeFileSync(record, readFileSync(record, 'utf8').replace('It leaks', 'It holds'))
    const names = Object.keys(parts).filter((name) => name !== 'SHA256SUMS')
    writeFileSync(
      join(folder, 'SHA256SUMS'),
      names.map((name) => `${hashOfFile(join(folder, name))}  ${name}\n`).join(''),
    )
    expect(verify().status).not.toBe(0)
    rmSync(folder, { recursive: true })
    await desk.stop()
  })

  it('[FMT33] have of the audit trail only what readers are told of their versions, each act signed, and no id of a person', async () => {
    const { desk, ada, pia, id, slug, sourceId, files } = await begin()
    const other = await desk.article(ada, `It snowed ${pages}.`)
    await desk.sourceAll(ada, other, sourceId)
    await desk.decide(await desk.person(['reviewer']), other, 'approve')
    const first = { change: 'first', note: 'No review.' } as const
    must(await publishVersion(desk.context, pia, other, first))
    const before = await files()
    must(await publishVersion(desk.context, pia, id, { change: 'update', note: 'More.' }))
    const published = must(await readPublished(desk.context, slug, 1))
    const again = await planDossier(desk.context, published, NOWHERE)
    const textOf = (parts: Record<string, Uint8Array>, name: string) =>
      strFromU8(parts[`audit/${name}`] ?? new Uint8Array())
    // What came later is nothing that this version tells of.
    expect(textOf(unzipSync(await again.pack()), 'acts.jsonl')).toBe(
      textOf(before.parts, 'acts.jsonl'),
    )
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, id, 1, { reason: 'By order of a court.' }))
    const { parts } = await files()
    const lines = linesIn(textOf(parts, 'acts.jsonl'))
    const rows = lines.map((line): ToldRow => JSON.parse(line))
    expect(
      rows.map(({ act: { action, articleId, number, by } }) => [action, articleId, number, by]),
    ).toEqual([
      ['version.published', id, 1, 'publisher 1'],
      ['version.published', id, 2, 'publisher 1'],
      ['version.takenDown', id, 1, 'publisher 2'],
    ])
    // Whoever may see the whole trail finds each row in it.
    const { kept } = await readTrail(desk.context.db)
    expect(rows.map(({ seq }) => kept[seq - 1]?.hash)).toEqual(rows.map(({ hash }) => hash))
    const heads = linesIn(textOf(parts, 'heads.txt'))
    expect(heads.map(payloadOf)).toEqual(lines)
    expect(await readHeads(heads, [desk.signer.key])).toMatchObject(
      rows.map(({ seq }) => ({ seq })),
    )
    const whole = Object.values(parts).map((bytes) => strFromU8(bytes, true))
    for (const person of [ada, pia, chief]) expect(whole.join('')).not.toContain(person.id)
    await desk.stop()
  })

  it('[FMT20] a sentence is found at its address, in the newest version that has it', async () => {
    const { desk, pia, id: articleId, slug } = await begin()
    const { version } = must(await readPublished(desk.context, slug, null))
    const id = version.sentences[1]?.id ?? ''
    const read = (wanted: string, number: number | null = null) =>
      readSentence(desk.context, { slug, version: number, id: wanted }, NOWHERE)
    expect(JSON.parse(must(await read(id)))).toMatchObject({ id, article: { version: 1 } })
    for (const wrong of ['s-000000000000', '%', "'", version.sentences[0]?.fingerprint ?? ''])
      expect(failureOf(await read(wrong))).toBe('notFound')
    expect(failureOf(await read(id, 2))).toBe('notFound')
    const retraction = { change: 'retraction', note: 'It did not rain.' } as const
    must(await publishVersion(desk.context, pia, articleId, retraction))
    expect(failureOf(await read(id))).toBe('gone')
    expect(failureOf(await read(id, 1))).toBe('gone')
    // Also when the retraction itself is taken down: it stays retracted.
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, articleId, 2, { reason: 'By order.' }))
    expect(failureOf(await read(id))).toBe('gone')
    await desk.stop()
  })
})
