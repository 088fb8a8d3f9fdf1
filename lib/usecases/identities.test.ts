import { afterAll, beforeAll, expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { listCaptures } from '#db/repositories/captures.ts'
import { listPastSources } from '#db/repositories/kept.ts'
import { vaultIdentities, vaultRecordings } from '#db/schema-vault.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { newVaultKey, readVaultKeys, vaultWith } from '#lib/vault/vault.ts'
import { changeSource } from './change-source.ts'
import type { Context } from './context.ts'
import {
  forgetIdentity,
  identityInput,
  keepIdentity,
  openIdentity,
  whoKnows,
} from './identities.ts'
import { destroyRecording, keepRecording, openRecording } from './locked-recordings.ts'
import { mergeSources } from './merge-sources.ts'
import { publishVersion } from './publish-version.ts'
import { relockAll } from './relock-vault.ts'
import { scheduleVersion } from './schedule-version.ts'
import { showArticle } from './show-article.ts'
import { createSource, newSourceInput, sourceChangeInput } from './sources.ts'
import { takeDownVersion } from './take-down-version.ts'
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

  it('[CNF4] publication details hold no part of who it is', async () => {
    const id = await kept('Heron')
    const csl = { author: [{ literal: NAME }] }
    expect(failureOf(await change(id, { csl }))).toBe('conflict')
    const other = await source('Egret', { csl })
    expect(failureOf(await keepIdentity(desk.context, ada, other, identity()))).toBe('invalid')
  })

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
    expect(failureOf(await forgetIdentity(desk.context, ben, id))).toBe('forbidden')
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
    must(await forgetIdentity(desk.context, ada, id))
    expect(must(await whoKnows(desk.context, ada, id)).isLocked).toBe(false)
    must(await change(id, { terms: 'onRecord' }))
  })

  it('[CNF4] a file that was on its way when it was locked up is not kept with it', async () => {
    const id = await source('Davit')
    const { context } = desk
    const read: Context['capturer']['read'] = async (bytes) => {
      must(await keepIdentity(desk.context, ada, id, identity({ name: 'Radka Malá' })))
      return context.capturer.read(bytes)
    }
    const slow = { fetch: context.capturer.fetch.bind(context.capturer), read }
    const upload = uploadCapture(
      { ...context, capturer: { ...context.capturer, ...slow } },
      ada,
      id,
      {
        ...{ bytes: PLAIN, name: 'a.txt' },
      },
    )
    expect(failureOf(await upload)).toBe('conflict')
    expect(await listCaptures(desk.database.handle, id)).toEqual([])
  })

  it('[CNF4] whoever tries names on it leaves a trace of each try', async () => {
    const id = await kept('Spar')
    const tries = async () =>
      (await readTrail(desk.database.handle)).kept.filter(
        ({ row }) => row.action === 'identity.refused' && JSON.stringify(row.detail).includes(id),
      ).length
    expect(failureOf(await change(id, { description: 'Novotna' }))).toBe('conflict')
    expect(failureOf(await change(id, { description: 'Zdenka' }))).toBe('conflict')
    expect(await tries()).toBe(2)
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
    const shown = async (to: Actor) =>
      must(await showArticle(desk.context, to, articleId)).assessment.blockers
    expect(await shown(cleo)).toEqual(blockers)
    // Others could find names by trying texts of their own.
    expect(await shown(ada)).toEqual([])
    // Without the key nobody can say; the article is still there to be read.
    const { vault } = desk
    desk.vault = null
    expect(failureOf(await publish())).toBe('conflict')
    expect(await shown(cleo)).toMatchObject([{ kind: 'leak', sentence: null }])
    expect(await shown(ada)).toEqual([])
    desk.vault = vault
    must(await forgetIdentity(desk.context, ada, id))
    must(await publish())
  })

  it('[CNF6] why it is withdrawn or taken down tells nothing either, and needs no key to be said', async () => {
    const articleId = await reviewed('The mole was closed.', await desk.source(ada))
    const publish = (change: 'first' | 'retraction', note: string) =>
      publishVersion(desk.context, cleo, articleId, { change, note })
    must(await publish('first', 'Now.'))
    const id = await kept('Capstan', { name: 'Ludmila Hrabal' })
    expect(failureOf(await publish('retraction', 'Ms Hrabal took it back.'))).toBe('blocked')
    const takeDown = (reason: string) =>
      takeDownVersion(desk.context, cleo, articleId, 1, { reason })
    expect(failureOf(await takeDown('By order, for L. Hrabal.'))).toBe('blocked')
    const { vault } = desk
    desk.vault = null
    must(await publish('retraction', 'It was wrong.'))
    desk.vault = vault
    const next = await reviewed('The jetty was closed.', await desk.source(ada))
    const appointed = { at: '2026-02-01T10:00:00Z', change: 'first' as const, reasons: [] }
    const note = 'As Ms Hrabal says.'
    const asked = scheduleVersion(desk.context, cleo, next, { ...appointed, note })
    expect(failureOf(await asked)).toBe('blocked')
    must(await takeDown('By order of a court.'))
    must(await forgetIdentity(desk.context, ada, id))
  })

  it('[CNF8] whoever locks it up or opens it is told which published versions tell, until they are taken down; the trail says how many', async () => {
    const articleId = await reviewed(
      'The Lock\n\nIt was closed, says Hedvika.',
      await desk.source(ada),
    )
    for (const change of ['first', 'update'] as const)
      must(await publishVersion(desk.context, cleo, articleId, { change, note: 'Urgent.' }))
    await desk.decide(ben, articleId, 'approve')
    const id = await source('Windlass')
    const keep = async (name: string) =>
      must(await keepIdentity(desk.context, ada, id, identity({ name }))).published
    expect(await keep('Hedvika Sýkora')).toMatchObject({
      total: 2,
      versions: [1, 2].map((number) => ({ number, headline: 'The Lock' })),
    })
    const rows = (await readTrail(desk.database.handle)).kept.filter(
      ({ row }) => row.action === 'identity.wasPublished',
    )
    expect(rows.map(({ row }) => row.detail)).toEqual([{ source: id, versions: 2 }])
    // Whoever may not open it is told nothing.
    expect(JSON.stringify(must(await whoKnows(desk.context, cleo, id)))).not.toContain('The Lock')
    must(await takeDownVersion(desk.context, cleo, articleId, 1, { reason: 'By order.' }))
    expect(must(await openIdentity(desk.context, ada, id)).published).toMatchObject({
      total: 1,
      versions: [{ number: 2 }],
    })
    expect(await keep('Somebody Else')).toEqual({ total: 0, versions: [] })
    must(await forgetIdentity(desk.context, ada, id))
  })

  it('[CNF6] the note that is written while publishing is looked at too', async () => {
    const id = await kept('Bollard')
    const articleId = await reviewed('The quay was closed.', id)
    const input = { change: 'first', note: 'Ms Novotna agreed.' } as const
    expect(failureOf(await publishVersion(desk.context, cleo, articleId, input))).toBe('blocked')
  })
})

const PLAIN = new TextEncoder().encode('plain text')
