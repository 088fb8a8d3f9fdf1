import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { pdfOf } from '#lib/testing/pdf-builder.ts'
import { captureSource } from './capture-source.ts'
import { planDossier } from './collect-dossier.ts'
import { forgetIdentity, identityInput, keepIdentity } from './identities.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'
import { showArticle } from './show-article.ts'
import { createSource, newSourceInput } from './sources.ts'

/** As the data of a picture or a document have it. */
const WIDE = Buffer.from(' Vavrinec ', 'utf16le')
const PARTS = /dob[rř]omil|vav[rř]ine/i
const page = (head: string, body = '') =>
  `<!doctype html><title>Minutes</title>${head}<p>It rained in the port.</p>${body}`

withSharedDatabase('copies that tell', (open) => {
  let desk: Desk
  let ada: Actor
  let rev: Actor
  let pia: Actor
  let count = 0

  beforeAll(async () => {
    desk = new Desk(open())
    ada = await desk.person(['writer', 'editor'])
    rev = await desk.person(['reviewer'])
    pia = await desk.person(['publisher'])
  })
  afterAll(() => desk.stop())

  const lockUp = async () => {
    const fields = { kind: 'person', title: `Heron ${++count}`, terms: 'background' }
    const wish = newSourceInput.parse({ ...fields, wording: 'a port worker' })
    const { id } = must(await createSource(desk.context, ada, wish)).source
    const identity = { name: 'Dobřomil Vavřinec', contacts: ['+420 603 987 654'] }
    must(await keepIdentity(desk.context, ada, id, identityInput.parse(identity)))
    const forget = async () => void (await forgetIdentity(desk.context, ada, id))
    onTestFinished(forget)
    return forget
  }
  /** An article that is ready, whose only source is a page with these bytes. */
  const ready = async (bytes: string | Uint8Array, movedTo?: string) => {
    const url = `https://port.example/${++count}`
    desk.outside.put(url, bytes, movedTo)
    const sourceId = await desk.source(ada, { kind: 'webPage', url, publicName: 'The minutes' })
    must(await captureSource(desk.context, ada, sourceId))
    const id = await desk.article(ada, `It rained ${count}. It leaks.`)
    await desk.sourceAll(ada, id, sourceId)
    await desk.decide(rev, id, 'approve')
    return id
  }
  const publish = (id: string) =>
    publishVersion(desk.context, pia, id, { change: 'first', note: 'No review: it rains.' })
  const dossierOf = async (slug: string) => {
    const published = must(await readPublished(desk.context, slug, null))
    const { key, pack } = await planDossier(desk.context, published, NOWHERE)
    const parts = unzipSync(await pack())
    const index = JSON.parse(strFromU8(parts['captures/index.json'] ?? new Uint8Array()))
    return { key, published, index, has: Object.keys(parts).includes('captures/1.bin'), parts }
  }

  it.each([
    ['its text', page('', '<p>It was closed by Vavřinec.</p>')],
    ['a comment', page('<!-- seen by vavrinec -->')],
    ['a field of its head', page('<meta name="author" content="Vav&#345;inec">')],
    ['its title', '<!doctype html><title>Vavřinec reports</title><p>It rained.</p>'],
    ['a PDF', pdfOf(['It rained. Vavrinec was there.'])],
    ['bytes that are no text', Uint8Array.from([...pdfOf(['It rained.']), 0xff, ...WIDE])],
    ['the address that answered', page(''), 'https://port.example/staff/Vav%C5%99inec-files'],
  ])(
    '[CNF7] readers get no copy with a word of a name in %s',
    async (_, bytes, movedTo?: string) => {
      const forget = await lockUp()
      const id = await ready(bytes, movedTo)
      const { slug } = must(await publish(id))
      const { index, has, published } = await dossierOf(slug)
      expect(has).toBe(false)
      expect(index).toEqual([])
      expect(published.version.sources[0]).not.toHaveProperty('capture')
      await forget()
    },
  )

  it.each([
    ['a name', '<p>It was closed by Dobřomil Vavřinec.</p>'],
    ['a number', '<p>Call 603 987 654.</p>'],
  ])(
    '[CNF7] nothing is published that leads to a page with %s, and the gate says which page and no more',
    async (_, told) => {
      const forget = await lockUp()
      const id = await ready(page('', told))
      const refused = await publish(id)
      expect(failureOf(refused)).toBe('blocked')
      const blockers =
        refused.ok || refused.failure.kind !== 'blocked' ? [] : refused.failure.blockers
      expect(blockers).toMatchObject([{ kind: 'leak', sentence: null }])
      expect(JSON.stringify(blockers)).not.toMatch(PARTS)
      expect(JSON.stringify(blockers)).not.toMatch(/987/)
      const shown = async (to: Actor) =>
        must(await showArticle(desk.context, to, id)).assessment.blockers
      expect(await shown(pia)).toEqual(blockers)
      expect(await shown(ada)).toEqual([])
      await forget()
      must(await publish(id))
    },
  )

  it('[CNF7] locked up later, a copy is in no dossier any more, which says that it is not passed on and not why', async () => {
    const { slug } = must(await publish(await ready(page('', '<p>Dobřomil Vavřinec.</p>'))))
    const before = await dossierOf(slug)
    expect(before.has).toBe(true)
    const forget = await lockUp()
    const after = await dossierOf(slug)
    expect(after.key).not.toBe(before.key)
    expect(after.has).toBe(false)
    const [{ at, sha256 }] = before.index
    expect(after.index).toEqual([{ source: 1, file: null, at, sha256 }])
    for (const bytes of Object.values(after.parts))
      expect(Buffer.from(bytes).toString()).not.toMatch(PARTS)
    // Without the key nobody can say what tells.
    const { vault } = desk
    desk.vault = null
    expect((await dossierOf(slug)).has).toBe(false)
    desk.vault = vault
    await forget()
    expect((await dossierOf(slug)).has).toBe(true)
  })
})
