import { expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { findFormat } from '#lib/domain/formats/registry.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import type { Result } from '#lib/domain/shared/result.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { articleRecord } from './article-record.ts'
import { captureSource } from './capture-source.ts'
import { changeSource } from './change-source.ts'
import { moveArticle } from './move-article.ts'
import { publishNextDue } from './publish-due.ts'
import { publishVersion } from './publish-version.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { articleFacts } from './show-article.ts'
import { sourceChangeInput } from './sources.ts'
import { takeDownVersion } from './take-down-version.ts'

const TIME = '2026-02-01T12:00:00.000Z'
const REASON = 'She <b>saw</b> it herself.'
const PAGE = '<!doctype html><html><body><p>The dam held all night.</p></body></html>'

const warningsIn = (result: Result<unknown>) =>
  result.ok || result.failure.kind !== 'blocked' ? [] : (result.failure.warnings as Warning[])

let pages = 0

withSharedDatabase('publishing with warnings', (open) => {
  /** Approved, in review, and warned of: an allegation that one source supports. */
  const begin = async (said: object = {}) => {
    const desk = new Desk(open())
    const [ada, pia] = [await desk.person(['editor']), await desk.person(['publisher'])]
    const url = `https://dam.example/${++pages}`
    const sourceId = await desk.source(ada, { kind: 'webPage', url, title: `Warden ${pages}` })
    const article = await desk.article(ada, 'The warden slept.')
    const put = async (more: object = {}) => {
      const [status] = await desk.statuses(ada, article)
      const place = { index: 0, fingerprint: status?.fingerprint }
      const citations = [{ sourceId, locator: { label: 'page', value: '7' } }]
      const fields = { kind: 'allegation', confidence: 'likely', citations, ...said, ...more }
      await desk.annotate(ada, article, [{ ...place, ...fields }])
      for (const _ of [1, 2]) await desk.decide(await desk.person(['reviewer']), article, 'approve')
    }
    await put()
    must(await moveArticle(desk.context, ada, article, { to: 'inReview', note: '' }))
    const publish = (reasons: readonly WarningReason[], actor: Actor = pia) =>
      publishVersion(desk.context, actor, article, { change: 'first', note: 'Now.', reasons })
    const reasons = () => desk.reasons(ada, article, REASON)
    return { desk, ada, pia, url, sourceId, article, put, publish, reasons }
  }

  it('[GAT8] nothing is published without a reason for each, by whoever publishes; it stands in the version', async () => {
    const { desk, ada, pia, article, publish, reasons } = await begin()
    const given = await reasons()
    expect(given).toMatchObject([{ kind: 'singleSource' }])
    for (const hostile of [
      [],
      given.map((one) => ({ ...one, reason: ' \n' })),
      given.map((one) => ({ ...one, fingerprints: ['other words'] })),
      given.map((one) => ({ ...one, kind: 'lowConfidence' as const })),
    ]) {
      const refused = await publish(hostile)
      expect([failureOf(refused), warningsIn(refused)]).toMatchObject([
        'blocked',
        [{ kind: 'singleSource', sentence: 0, text: 'The warden slept.' }],
      ])
    }
    expect(await listVersions(desk.database.handle, article)).toEqual([])
    expect(failureOf(await publish(given, ada))).toBe('forbidden')
    // No chief is needed for it.
    const { slug } = must(await publish(given))
    const version = JSON.parse(
      (await findVersion(desk.database.handle, slug, 1))?.canonical ?? '',
    ) as Version
    const sentence = version.sentences[0]?.id
    expect(version.overrides).toEqual([{ sentence, what: 'singleSource', reason: REASON }])
    for (const id of ['html', 'text', 'markdown']) {
      const words = String(findFormat(id)?.render(version))
      const said = 'was published with one independent source for an allegation'
      expect([id, words.includes(said), words.includes('<b>saw')]).toEqual([
        ...[id, true, id === 'text'],
      ])
    }
    const { kept } = await readTrail(desk.database.handle)
    const row = kept.findLast(({ row: { articleId } }) => articleId === article)?.row
    expect(row?.action).toBe('version.published')
    expect(row?.detail).toMatchObject({ inSpite: [{ what: 'singleSource', sentence }] })
    expect(JSON.stringify(row?.detail)).not.toContain('saw')
    const why = { reason: 'By order of a court.' }
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, article, 1, why))
    const [left] = await listVersions(desk.database.handle, article)
    expect(left?.overrides).toBeUndefined()
    expect(pia.chief).toBe(false)
    await desk.stop()
  })

  it('[GAT7] what is warned of is in the record of an article; a warning alone makes no blocker', async () => {
    const { desk, ada, article } = await begin({ confidence: 'unconfirmed' })
    const { value } = must(await articleRecord(desk.context, ada, article))
    expect(value.blockers).toEqual([])
    expect(value.warnings.map(({ kind }) => kind)).toEqual(['lowConfidence', 'singleSource'])
    await desk.stop()
  })

  it('[GAT7] a passage is looked up in every copy of its source', async () => {
    const { desk, ada, url, sourceId, put, reasons } = await begin({ kind: 'fact' })
    const quoted = (quote: string) => put({ citations: [{ sourceId, quote }] })
    const kinds = async () => (await reasons()).map(({ kind }) => kind)
    await quoted('The dam broke at noon.')
    expect(await kinds()).toEqual([])
    desk.outside.put(url, PAGE)
    must(await captureSource(desk.context, ada, sourceId))
    expect(await kinds()).toEqual(['passageNotFound'])
    desk.outside.put(url, PAGE.replace('held all night', 'broke at noon'))
    must(await captureSource(desk.context, ada, sourceId))
    expect(await kinds()).toEqual([])
    // One that only the older copy has stands in a copy.
    await quoted('The dam held all night.')
    expect(await kinds()).toEqual([])
    await quoted('The dam burned.')
    expect(await kinds()).toEqual(['passageNotFound'])
    await desk.stop()
  })

  it('[GAT8] a warning that came up meanwhile is named, and nothing is published', async () => {
    const { desk, ada, url, sourceId, article, put, publish, reasons } = await begin()
    await put({ citations: [{ sourceId, quote: 'The dam broke at noon.' }] })
    const given = await reasons()
    desk.outside.put(url, PAGE)
    must(await captureSource(desk.context, ada, sourceId))
    const refused = await publish(given)
    expect(warningsIn(refused).map(({ kind }) => kind)).toEqual(['passageNotFound'])
    expect(refused).toMatchObject({ failure: { message: expect.stringContaining('The warden') } })
    expect(await listVersions(desk.database.handle, article)).toEqual([])
    must(await publish(await reasons()))
    await desk.stop()
  })

  it('[SCH5] reasons are given with the time; a warning that came up since stops it then, and is named', async () => {
    const { desk, ada, pia, sourceId, article, put, reasons } = await begin()
    const other = await desk.source(ada)
    const locator = { label: 'page', value: '1' }
    const two = [sourceId, other].map((id) => ({ sourceId: id, locator }))
    const schedule = (given: readonly WarningReason[]) => {
      const wish = { at: TIME, change: 'first', reasons: given }
      return scheduleVersion(desk.context, pia, article, scheduleInput.parse(wish))
    }
    const due = () => publishNextDue({ ...desk.context, now: () => new Date(TIME) })
    const versions = () => listVersions(desk.database.handle, article)
    expect(warningsIn(await schedule([]))).toHaveLength(1)
    // With two sources there is nothing to say, until it turns out that one repeats the other.
    await put({ citations: two })
    must(await schedule([]))
    const origin = sourceChangeInput.parse({ origin: `Warden ${pages}` })
    must(await changeSource(desk.context, ada, other, origin))
    expect(await due()).toBe(true)
    expect(await versions()).toEqual([])
    const { schedule: fallen } = must(await articleFacts(desk.context, pia, article))
    expect(fallen?.failure).toContain(
      'A warning has no reason yet: sentence 1, “The warden slept.”',
    )
    const given = await reasons()
    expect(must(await schedule(given)).reasons).toEqual(given)
    await desk.restart()
    expect(await due()).toBe(true)
    expect(await versions()).toMatchObject([{ overrides: [{ reason: REASON }] }])
    await desk.stop()
  })
})
