import { expect, it } from 'vitest'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { changePolicy, previewPolicy, showPolicy } from './house-policy.ts'
import { listDesk } from './list-desk.ts'
import { publishVersion } from './publish-version.ts'

const STRICT = { everywhere: 2, rules: [] }

withSharedDatabase('how many approve', (open) => {
  async function house() {
    const desk = new Desk(open())
    const [both, ben, cleo, pia] = [
      await desk.person(['editor', 'reviewer']),
      await desk.person(['reviewer']),
      await desk.person(['reviewer']),
      await desk.person(['publisher', 'admin']),
    ]
    const article = await desk.article(both, 'They knew.')
    const source = await desk.source(both)
    const [status] = await desk.statuses(both, article)
    await desk.annotate(both, article, [
      {
        index: 0,
        fingerprint: status?.fingerprint,
        kind: 'allegation',
        confidence: 'likely',
        citations: [{ sourceId: source, locator: { label: 'page', value: '2' } }],
      },
    ])
    const publish = async () => {
      const reasons = await desk.reasons(both, article, 'She was there.')
      return publishVersion(desk.context, pia, article, { change: 'first', note: 'Now.', reasons })
    }
    return { desk, both, ben, cleo, pia, article, publish }
  }

  it('[REV10] who wrote an allegation is not its second approver; two others publish it', async () => {
    const { desk, both, ben, cleo, article, publish } = await house()
    expect(await desk.decide(both, article, 'approve')).toEqual([403])
    expect(await desk.decide(ben, article, 'approve')).toEqual([200])
    expect(await desk.decide(both, article, 'approve')).toEqual([403])
    expect(failureOf(await publish())).toBe('blocked')
    expect(await desk.decide(ben, article, 'approve')).toEqual([200])
    expect(failureOf(await publish())).toBe('blocked')
    expect(await desk.decide(cleo, article, 'approve')).toEqual([200])
    must(await publish())
    await desk.stop()
  })

  it('[REV9] a change holds at once, on the desk too; its effect was told before', async () => {
    const { desk, both, ben, pia } = await house()
    const article = await desk.article(both, 'It rained.')
    await desk.sourceAll(both, article, await desk.source(both))
    await desk.decide(ben, article, 'approve')
    const blockers = async () =>
      (await listDesk(desk.context, both, '')).find(({ id }) => id === article)?.blockers
    expect(await blockers()).toBe(0)
    const { version, approvers } = must(await showPolicy(desk.context, both))
    expect(must(await previewPolicy(desk.context, pia, STRICT)).gain).toBeGreaterThanOrEqual(1)
    must(await changePolicy(desk.context, pia, { version, approvers: STRICT }))
    expect(await blockers()).toBe(1)
    expect(failureOf(await changePolicy(desk.context, both, { version, approvers }))).toBe(
      'forbidden',
    )
    // Who did not see the change is told of it, and nothing of theirs is written.
    expect(failureOf(await changePolicy(desk.context, pia, { version, approvers }))).toBe(
      'conflict',
    )
    expect(must(await showPolicy(desk.context, both))).toMatchObject({
      version: version + 1,
      approvers: STRICT,
      changed: { personName: pia.name },
    })
    must(await changePolicy(desk.context, pia, { version: version + 1, approvers }))
    expect(await blockers()).toBe(0)
    await desk.stop()
  })
})
