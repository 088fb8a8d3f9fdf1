import { afterAll, beforeAll, expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { listPastSources } from '#db/repositories/kept.ts'
import { vaultIdentities, vaultRecordings } from '#db/schema-vault.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'
import { changeSource } from './change-source.ts'
import { destroy, identityInput, keepIdentity, openIdentity, whoKnows } from './identities.ts'
import { destroyRecording, keepRecording, openRecording, relockAll } from './locked-recordings.ts'
import { mergeSources } from './merge-sources.ts'
import { publishVersion } from './publish-version.ts'
import { showArticle } from './show-article.ts'
import { createSource, newSourceInput, sourceChangeInput } from './sources.ts'
import { uploadCapture } from './upload-capture.ts'

const NAME = 'Zdeňka Novotná'
const PARTS = /zde[nň]ka|novotn/i

withSharedDatabase('confidential sources', (open) => {
  let desk: Desk
  let ada: Actor
  let ben: Actor
  let cleo: Actor

  beforeAll(async () => {
    desk = new Desk(open())
    ada = await desk.person(['writer', 'editor'])
    ben = await desk.person(['reviewer'])
    cleo = await desk.person(['publisher', 'admin'], true)
  })
  afterAll(() => desk.stop())

  const source = async (title: string, more: object = {}) => {
    const fields = { kind: 'person', title, terms: 'background', wording: 'a port worker', ...more }
    return must(await createSource(desk.context, ada, newSourceInput.parse(fields))).source.id
  }
  const identity = (more: object = {}) =>
    identityInput.parse({ name: NAME, contacts: ['+420 602 123 456'], ...more })
  const kept = async (title: string, more: object = {}) => {
    const id = await source(title)
    must(await keepIdentity(desk.context, ada, id, identity(more)))
    return id
  }
  const change = (id: string, fields: object) =>
    changeSource(desk.context, ada, id, sourceChangeInput.parse(fields))

  /** An article of which every sentence cites a source and is approved. */
  const reviewed = async (words: string, sourceId: string) => {
    const articleId = await desk.article(ada, words)
    await desk.sourceAll(ada, articleId, sourceId)
    expect(new Set(await desk.decide(ben, articleId, 'approve'))).toEqual(new Set([200]))
    return articleId
  }

  it('[CNF1] everybody has the names of those who know; they alone open it', async () => {
    const id = await kept('Crane', { readers: [ben.id] })
    const known = must(await whoKnows(desk.context, cleo, id))
    expect(known).toEqual({
      isLocked: true,
      knownTo: [ada.name, ben.name],
      mayOpen: false,
      isOwner: false,
    })
    expect(failureOf(await openIdentity(desk.context, cleo, id))).toBe('forbidden')
    expect(must(await openIdentity(desk.context, ada, id)).name).toBe(NAME)
    expect(must(await openIdentity(desk.context, ben, id)).name).toBe(NAME)
    expect(failureOf(await keepIdentity(desk.context, ben, id, identity()))).toBe('forbidden')
    expect(failureOf(await destroy(desk.context, ben, id))).toBe('forbidden')
    must(await keepIdentity(desk.context, ada, id, identity({ readers: [] })))
    expect(failureOf(await openIdentity(desk.context, ben, id))).toBe('forbidden')
  })

  it('[CNF2] each opening is in the audit trail, and the owner sees it', async () => {
    const id = await kept('Derrick', { readers: [ben.id] })
    must(await openIdentity(desk.context, ben, id))
    await openIdentity(desk.context, cleo, id)
    const { openings } = must(await whoKnows(desk.context, ada, id))
    expect(openings?.map(({ personName }) => personName)).toEqual([ben.name])
    expect(must(await whoKnows(desk.context, ben, id)).openings).toBeUndefined()
    const { kept: trail } = await readTrail(desk.database.handle)
    expect(JSON.stringify(trail)).not.toMatch(PARTS)
  })

  it('[CNF3] what lies in the database says nothing, and is locked anew under another key', async () => {
    const old = newVaultKey()
    desk.vault = vaultWith(readVaultKeys(old))
    // What other tests locked up has keys of its own.
    for (const table of [vaultRecordings, vaultIdentities]) await desk.database.handle.delete(table)
    const id = await kept('Winch')
    const bytes = new TextEncoder().encode('her voice')
    const file = { name: `${NAME}.mp3`, bytes }
    const recording = must(await keepRecording(desk.context, ada, id, file)).id
    const young = newVaultKey()
    desk.vault = vaultWith(readVaultKeys(`${young},${old}`))
    expect(must(await relockAll(desk.context))).toBe(2)
    desk.vault = vaultWith(readVaultKeys(young))
    expect(must(await openIdentity(desk.context, ada, id)).name).toBe(NAME)
    const opened = must(await openRecording(desk.context, ada, id, recording))
    expect([opened.name, new TextDecoder().decode(opened.bytes)]).toEqual([file.name, 'her voice'])
    const rows = [
      ...(await desk.database.handle.select().from(vaultIdentities)),
      ...(await desk.database.handle.select().from(vaultRecordings)),
    ]
    for (const row of rows) expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(PARTS)
    expect(failureOf(await openRecording(desk.context, cleo, id, recording))).toBe('forbidden')
    must(await destroyRecording(desk.context, ada, id, recording))
    expect(failureOf(await openRecording(desk.context, ada, id, recording))).toBe('notFound')
  })

  it('[CNF4] a source that is on the record, captured or telling is not locked up', async () => {
    const open = await source('Hoist', { terms: 'onRecord' })
    expect(failureOf(await keepIdentity(desk.context, ada, open, identity()))).toBe('conflict')
    const telling = await source('Pulley', { description: 'Ms NOVOTNA of the port' })
    expect(failureOf(await keepIdentity(desk.context, ada, telling, identity()))).toBe('invalid')
    const captured = await source('Lever')
    must(await uploadCapture(desk.context, ada, captured, { bytes: PLAIN, name: 'a.txt' }))
    expect(failureOf(await keepIdentity(desk.context, ada, captured, identity()))).toBe('conflict')
  })

  it('[CNF4] one that is locked up stays so', async () => {
    const id = await kept('Gantry')
    expect(failureOf(await change(id, { terms: 'onRecord' }))).toBe('conflict')
    expect(failureOf(await change(id, { title: 'Zdenka' }))).toBe('conflict')
    must(await change(id, { description: 'Works at the port' }))
    const upload = await uploadCapture(desk.context, ada, id, { bytes: PLAIN, name: 'a.txt' })
    expect(failureOf(upload)).toBe('conflict')
    const other = await source('Hook')
    expect(failureOf(await mergeSources(desk.context, ada, other, { from: id }))).toBe('conflict')
    expect(failureOf(await mergeSources(desk.context, ada, id, { from: other }))).toBe('conflict')
    must(await destroy(desk.context, ada, id))
    expect(must(await whoKnows(desk.context, ada, id)).isLocked).toBe(false)
    must(await change(id, { terms: 'onRecord' }))
  })

  it('[CNF4] what it said before tells nothing any more', async () => {
    const id = await source(`${NAME}, crane driver`)
    must(await change(id, { title: 'Sling', publicName: 'Sling' }))
    const past = async () => JSON.stringify(await listPastSources(desk.database.handle))
    expect(await past()).toMatch(PARTS)
    must(await keepIdentity(desk.context, ada, id, identity()))
    expect(await past()).not.toMatch(PARTS)
  })

  it('[CNF6] nothing is published in which the name stands, and the gate does not repeat it', async () => {
    const id = await kept('Tackle', { name: 'Božena Kvapil' })
    const words = 'The Port\n\nIt was closed. It cost 4 million, says Kvapil.'
    const articleId = await reviewed(words, id)
    const publish = () =>
      publishVersion(desk.context, cleo, articleId, { change: 'first', note: 'Urgent.' })
    const refused = await publish()
    expect(failureOf(refused)).toBe('blocked')
    const blockers =
      refused.ok || refused.failure.kind !== 'blocked' ? [] : refused.failure.blockers
    expect(blockers).toMatchObject([{ kind: 'leak', sentence: 2 }])
    expect(JSON.stringify(blockers)).not.toMatch(/kvapil/i)
    const { assessment } = must(await showArticle(desk.context, cleo, articleId))
    expect(assessment.blockers).toEqual(blockers)
    // Without the key nobody can say.
    const { vault } = desk
    desk.vault = null
    expect(failureOf(await publish())).toBe('conflict')
    desk.vault = vault
    must(await destroy(desk.context, ada, id))
    must(await publish())
  })

  it('[CNF6] the note that is written while publishing is looked at too', async () => {
    const id = await kept('Bollard')
    const articleId = await reviewed('The quay was closed.', id)
    const input = { change: 'first', note: 'Ms Novotna agreed.' } as const
    expect(failureOf(await publishVersion(desk.context, cleo, articleId, input))).toBe('blocked')
  })
})

const PLAIN = new TextEncoder().encode('plain text')
