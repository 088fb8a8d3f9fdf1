import { expect, it } from 'vitest'
import { findSources } from '#db/repositories/sources.ts'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import { withDatabases } from '#lib/testing/databases.ts'
import { Desk, must } from '#lib/testing/desk-fixture.ts'
import { captureSource } from './capture-source.ts'
import { changeSource } from './change-source.ts'
import { checkNextLink } from './check-links.ts'
import { capturesOf } from './read-captures.ts'

const PAGE = (words: string) => `<!doctype html><html><body><p>${words}</p></body></html>`
const HOUR = 3_600_000

/** A desk whose clock stands still until it is told the hour. */
function clocked(desk: Desk) {
  let hour = 0
  const context = () => ({
    ...desk.context,
    now: () => new Date(Date.UTC(2026, 0, 1) + hour * HOUR),
  })
  return {
    context,
    at: (to: number) => {
      hour = to
    },
    /** Looks until nothing is due; what was asked. */
    look: async (holder = 'one') => {
      const before = desk.outside.asked.length
      while (await checkNextLink(context(), holder));
      return desk.outside.asked.slice(before).map(({ url }) => url)
    },
  }
}

withDatabases('link checks', (fresh) => {
  it('[CAP10] look at each address about once a day, sooner when something is wrong', async () => {
    const desk = new Desk(await fresh())
    const ada = await desk.person(['writer'])
    const [ok, gone, away] = ['ok', 'gone', 'away'].map(
      (name) => `https://port.example/${name}`,
    ) as [string, string, string]
    desk.outside.put(ok, PAGE('It rained.'))
    const ids = [await desk.source(ada, { url: ok }), await desk.source(ada, { url: gone })]
    const withdrawn = await desk.source(ada, { url: away })
    must(await changeSource(desk.context, ada, withdrawn, { retired: true, reason: 'Forged.' }))
    await desk.source(ada, { url: 'mailto:port@example.org' })
    await desk.source(ada)
    const { at, look } = clocked(desk)
    expect((await look()).sort()).toEqual([gone, ok].sort())
    expect(await look()).toEqual([])
    at(6)
    expect(await look()).toEqual([gone])
    at(12)
    expect(await look()).toEqual([gone])
    const states = async () =>
      new Map(
        (await findSources(desk.database.handle, ids)).map(({ id, link }) => [
          id,
          link && linkState(link),
        ]),
      )
    expect([(await states()).get(ids[0] ?? ''), (await states()).get(ids[1] ?? '')]).toEqual([
      'ok',
      'dead',
    ])
    at(24)
    expect(await look()).toEqual([ok])
    desk.outside.put(gone, PAGE('Back.'))
    at(12 + 24 * 7)
    expect((await look()).sort()).toEqual([gone, ok].sort())
    expect((await states()).get(ids[1] ?? '')).toBe('ok')
    await desk.stop()
  })

  it('[CAP7] nothing dies of the newsroom’s own outage', async () => {
    const desk = new Desk(await fresh())
    const ada = await desk.person(['writer'])
    const url = 'https://port.example/'
    desk.outside.put(url, PAGE('It rained.'))
    const id = await desk.source(ada, { url })
    const { at, look } = clocked(desk)
    await look()
    desk.outside.fails(url, 'offline')
    for (const day of [1, 2, 3, 4]) {
      at(24 * day)
      expect(await look()).toEqual([url])
    }
    const [source] = await findSources(desk.database.handle, [id])
    expect(source?.link).toMatchObject({ failures: 0, isGone: false })
    await desk.stop()
  })

  it('[CAP10] one process looks at a time, and one that crashed holds nobody up for long', async () => {
    const desk = new Desk(await fresh())
    const ada = await desk.person(['writer'])
    const url = 'https://port.example/'
    desk.outside.put(url, PAGE('It rained.'))
    await desk.source(ada, { url })
    const { context, at, look } = clocked(desk)
    const both = await Promise.all(['one', 'two'].map((holder) => checkNextLink(context(), holder)))
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(desk.outside.asked).toHaveLength(1)
    // The one that got it crashes now. Another comes when its time is over.
    const other = both[0] ? 'two' : 'one'
    await desk.source(ada, { url: `${url}new` })
    expect(await look(other)).toEqual([])
    at(0.1)
    expect(await look(other)).toEqual([`${url}new`])
    await desk.stop()
  })

  it('[CAP10] a page that has lost a passage is captured as it is now', async () => {
    const desk = new Desk(await fresh())
    const ada = await desk.person(['writer'])
    const url = 'https://port.example/'
    desk.outside.put(url, PAGE('It carried 41,000 people.'))
    const id = await desk.source(ada, { url })
    const article = await desk.article(ada, 'It carried 41,000 people.')
    const [first] = await desk.statuses(ada, article)
    const said = {
      kind: 'fact',
      confidence: 'confirmed',
      citations: [{ sourceId: id, quote: '41,000 people' }],
    }
    await desk.annotate(ada, article, [{ index: 0, fingerprint: first?.fingerprint, ...said }])
    const { context, at, look } = clocked(desk)
    must(await captureSource(context(), ada, id))
    const captured = async () =>
      must(await capturesOf(desk.context, ada, id)).map(({ personId }) => personId)
    at(24)
    expect(await look()).toEqual([url])
    expect(await captured()).toEqual([ada.id])
    desk.outside.put(url, PAGE('It carried 14,000 people.'))
    at(48)
    await look()
    expect(await captured()).toEqual([null, ada.id])
    expect((await desk.statuses(ada, article)).map(({ display }) => display)).toEqual(['changed'])
    at(72)
    await look()
    expect(await captured()).toHaveLength(2)
    desk.outside.put(url, PAGE('Corrected: it carried 41,000 people.'))
    at(96)
    await look()
    expect((await desk.statuses(ada, article)).map(({ display }) => display)).toEqual(['sourced'])
    await desk.stop()
  })
})
