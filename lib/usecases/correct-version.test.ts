import { expect, it } from 'vitest'
import { findVersion, listVersions } from '#db/repositories/versions.ts'
import type { CorrectionWish } from '#lib/domain/publication/correction.ts'
import type { Change, Version } from '#lib/domain/publication/version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { versionsOf } from './list-versions.ts'
import { publishVersion } from './publish-version.ts'
import { reword } from './reword.ts'
import { scheduleInput, scheduleVersion } from './schedule-version.ts'
import { takeDownVersion } from './take-down-version.ts'

withSharedDatabase('corrections', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev, pia] = [
      await desk.person(['editor']),
      await desk.person(['reviewer']),
      await desk.person(['publisher']),
    ]
    const id = await desk.article(ada, 'It rained. It leaks.')
    const sourceId = await desk.source(ada)
    const publish = (change: Change, note = '', correction?: CorrectionWish) =>
      publishVersion(desk.context, pia, id, { change, note, correction })
    const ready = async () => {
      await desk.sourceAll(ada, id, sourceId)
      await desk.decide(rev, id, 'approve')
    }
    return { desk, ada, pia, id, publish, ready }
  }

  it('[VER14] a correction says what was wrong, what is right and where, for good', async () => {
    const { desk, ada, pia, id, publish, ready } = await begin()
    await ready()
    const { slug } = must(await publish('first', 'x'))
    const before = await findVersion(open().handle, slug, 1)
    const text = { wrong: 'It does not leak.', right: 'It leaks a little.' }
    expect(await publish('correction', 'A note alone.')).toMatchObject({
      failure: { kind: 'invalid', message: expect.stringContaining('what was wrong') },
    })
    expect(failureOf(await publish('correction', '', { ...text, right: ' ' }))).toBe('invalid')
    expect(failureOf(await publish('update', 'More.', text))).toBe('invalid')
    expect(failureOf(await publish('correction', '', { ...text, sentences: ['f'] }))).toBe(
      'invalid',
    )
    const exact = { exact: 'It leaks.', words: 'It leaks a little.' }
    must(await reword(desk.context, ada, id, exact))
    await ready()
    const second = must(await publish('correction', '', text))
    const canonicalOf = async (number: number) => {
      const stored = await findVersion(open().handle, slug, number)
      return JSON.parse(stored?.canonical || '{}') as Version
    }
    const { correction, sentences } = await canonicalOf(2)
    expect(correction).toEqual({ ...text, sentences: [sentences.at(-1)?.id] })
    expect([second.correction, (await listVersions(open().handle, id))[1]?.correction]).toEqual([
      correction,
      correction,
    ])
    const named = [(await desk.statuses(ada, id))[0]?.fingerprint ?? '']
    must(await publish('correction', 'Sorry.', { ...text, sentences: named }))
    expect(await canonicalOf(3)).toMatchObject({
      correction: { sentences: [sentences[0]?.id] },
      history: [{}, { correction }],
    })
    must(await publish('retraction', 'All of it.'))
    expect(await canonicalOf(4)).not.toHaveProperty('correction')
    expect(await findVersion(open().handle, slug, 1)).toEqual(before)
    const chief = await desk.person(['publisher'], true)
    must(await takeDownVersion(desk.context, chief, id, 2, { reason: 'A court said so.' }))
    expect((await listVersions(open().handle, id))[1]).not.toHaveProperty('correction')
    const { versions } = must(await versionsOf(desk.context, pia, id))
    expect(versions.map((version) => version.correction?.wrong)).toEqual([
      ...[undefined, text.wrong, undefined, undefined],
    ])
    await desk.stop()
  })

  it('[VER14] a correction takes no time', async () => {
    const { desk, pia, id, publish, ready } = await begin()
    await ready()
    must(await publish('first', 'x'))
    const at = new Date(desk.context.now().getTime() + 3_600_000).toISOString()
    const wish = scheduleInput.parse({ at, change: 'correction', note: 'Two.' })
    expect(await scheduleVersion(desk.context, pia, id, wish)).toMatchObject({
      failure: { kind: 'invalid', message: expect.stringContaining('at once') },
    })
    await desk.stop()
  })
})
