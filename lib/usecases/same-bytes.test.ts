import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { FORMATS } from '#lib/domain/formats/registry.ts'
import { newKey } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { KINDS, type Kind, withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { addActor } from '#lib/testing/newsroom.ts'
import { planDossier } from './collect-dossier.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished, renderExport } from './read-published.ts'
import { rememberKeys } from './signing-keys.ts'

const SITE = { base: 'https://post.example', newspaper: 'The Post' }
const WORDS =
  '“Zoë’s <b>log</b>” \u{1f30a} says 𝒜 & Ω. İstanbul\u00ad is 3 km off. \u05e9\u05dc\u05d5\u05dd is peace. =1+1 is two.'
const signer = signerWith([newKey()])
const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** What readers got, by the database that it came from. */
const given = new Map<Kind, Readonly<Record<string, string>>>()

/** Two versions of one article, with the same clock and the same ids each time; the hash of everything that is given out. */
async function publishAll(desk: Desk): Promise<Readonly<Record<string, string>>> {
  let ids = 0
  desk.newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`
  desk.signer = signer
  await rememberKeys(desk.context, [signer.key])
  const [ada, rev, pia] = [
    // The dossier has the hash of a row of the trail, and that is taken of the ids of people too.
    await addActor(desk.database, 'ada', ['editor'], false, 'ada'),
    await addActor(desk.database, 'rev', ['reviewer'], false, 'rev'),
    await addActor(desk.database, 'pia', ['publisher'], false, 'pia'),
  ]
  const url = 'https://board.example/log?a=1&b=2'
  const sourceId = await desk.source(ada, { kind: 'webPage', title: 'Log', url, publicName: 'Log' })
  const id = await desk.article(ada, WORDS)
  await desk.sourceAll(ada, id, sourceId)
  await desk.decide(rev, id, 'approve')
  const first = { change: 'first', note: 'Ünder “way”.' } as const
  const { slug } = must(await publishVersion(desk.context, pia, id, first))
  const correction = { wrong: '2.', right: '3.' }
  must(await publishVersion(desk.context, pia, id, { change: 'correction', note: '', correction }))
  const hashes: Record<string, string> = {}
  for (const number of [1, 2]) {
    const published = must(await readPublished(desk.context, slug, number))
    const { stored } = published
    for (const format of FORMATS)
      hashes[`${number} ${format.id}`] = hashOf(renderExport(published, format, SITE))
    hashes[`${number} body`] = hashOf(stored.body)
    hashes[`${number} signature`] = stored.signature ?? ''
    const { pack } = await planDossier(desk.context, published, SITE)
    hashes[`${number} dossier`] = hashOf(await pack())
  }
  return hashes
}

withDatabases('everything that is given out', (fresh, kind) => {
  it('[FMT1] of an article is made', async () => {
    const desk = new Desk(await fresh())
    given.set(kind, await publishAll(desk))
    await desk.stop()
    expect(Object.keys(given.get(kind) ?? {})).toHaveLength(2 * (FORMATS.length + 3))
  })
})

it('[FMT1] an article published at the same time under the same ids has the same bytes on both databases', () => {
  const [first, second] = KINDS.map((kind) => given.get(kind))
  expect(first).toBeDefined()
  expect(second).toEqual(first)
})
