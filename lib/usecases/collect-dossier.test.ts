import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { NOWHERE } from '#lib/domain/formats/site.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { captureSource } from './capture-source.ts'
import { planDossier } from './collect-dossier.ts'
import { publishVersion } from './publish-version.ts'
import { readPublished } from './read-published.ts'
import { readSentence } from './read-sentence.ts'
import { changeSource } from './sources.ts'

let pages = 0

withSharedDatabase('dossiers', (open) => {
  /** A published article whose only source was fetched before it was published. */
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const rev = await desk.person(['reviewer'])
    const pia = await desk.person(['publisher'])
    const url = `https://board.example/${++pages}`
    desk.outside.put(url, '<!doctype html><title>Minutes</title><p>It rained.</p>')
    const sourceId = await desk.source(ada, { kind: 'webPage', url, publicName: 'The minutes' })
    must(await captureSource(desk.context, ada, sourceId))
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
    return { desk, ada, url, sourceId, slug, files }
  }
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

  it.each([{ terms: 'background' } as const, { url: 'https://board.example/elsewhere' }])(
    '[FMT22] have nothing of a source once it is %j',
    async (change) => {
      const { desk, ada, sourceId, files } = await begin()
      must(await changeSource(desk.context, ada, sourceId, change))
      const { parts } = await files()
      expect(indexOf(parts)).toEqual([])
      expect(Object.keys(parts)).not.toContain('captures/1.bin')
      await desk.stop()
    },
  )

  it('[FMT20] a sentence is found at its address, in the newest version that has it', async () => {
    const { desk, slug } = await begin()
    const { version } = must(await readPublished(desk.context, slug, null))
    const id = version.sentences[1]?.id ?? ''
    const read = (wanted: string, number: number | null = null) =>
      readSentence(desk.context, { slug, version: number, id: wanted }, NOWHERE)
    expect(JSON.parse(must(await read(id)))).toMatchObject({ id, article: { version: 1 } })
    for (const wrong of ['s-000000000000', '%', "'", version.sentences[0]?.fingerprint ?? ''])
      expect(failureOf(await read(wrong))).toBe('notFound')
    expect(failureOf(await read(id, 2))).toBe('notFound')
    await desk.stop()
  })
})
