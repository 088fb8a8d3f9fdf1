import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readTrail } from '#db/repositories/audit.ts'
import { listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { only } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { answerQuestion } from './answer-question.ts'
import { closeQuestion, closingInput } from './close-question.ts'
import { listDesk } from './list-desk.ts'

withSharedDatabase('questions', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['writer'])
    const rev = await desk.person(['reviewer'])
    const id = await desk.article(ada, 'It leaks.')
    await desk.sourceAll(ada, id, await desk.source(ada))
    await desk.decide(rev, id, 'query')
    const query = async () => only(await listQueries(open().handle, id))
    const say = async (actor: Actor, text: string) =>
      answerQuestion(desk.context, actor, id, (await query()).id, { text })
    const close = async (actor: Actor, wish: Record<string, unknown> = {}) =>
      closeQuestion(desk.context, actor, id, (await query()).id, closingInput.parse(wish))
    const turns = async (actor: Actor) =>
      only((await listDesk(desk.context, actor, '')).filter((entry) => entry.id === id)).turns
    return { desk, ada, rev, id, query, say, close, turns }
  }

  it('[REV11] whoever reads the article answers, and everything that was said stays', async () => {
    const { desk, ada, rev, id, query, say, close } = await begin()
    expect(failureOf(await say(ada, 'The plumber says so.'))).toBeNull()
    expect(failureOf(await say(rev, 'Which one?'))).toBeNull()
    const known = await query()
    expect(known.messages.map(({ personId, text }) => [personId, text])).toEqual([
      [ada.id, 'The plumber says so.'],
      [rev.id, 'Which one?'],
    ])
    expect(known.messages.map(({ fingerprint }) => fingerprint)).toEqual([
      known.fingerprint,
      known.fingerprint,
    ])
    must(await close(rev))
    expect(failureOf(await say(ada, 'The old one.'))).toBe('conflict')
    expect((await query()).messages).toHaveLength(2)
    const stray = await answerQuestion(desk.context, ada, id, randomUUID(), { text: 'x' })
    expect(failureOf(stray)).toBe('notFound')
    expect(JSON.stringify(await readTrail(open().handle))).not.toContain('plumber')
    await desk.stop()
  })

  it('[TRN2] an answer puts whoever asked on turn, and their next question the writers', async () => {
    const { desk, ada, rev, say, turns } = await begin()
    expect([await turns(ada), await turns(rev)]).toEqual([['asked'], []])
    must(await say(ada, 'The plumber says so.'))
    expect([await turns(ada), await turns(rev)]).toEqual([[], ['answered']])
    must(await say(rev, 'Which one?'))
    expect([await turns(ada), await turns(rev)]).toEqual([['asked'], []])
    await desk.stop()
  })

  it('[REV12] it ends with an outcome: the one that is named, else what the words say', async () => {
    const first = await begin()
    must(await first.close(first.rev, { outcome: 'onAuthor', reason: 'She was there.' }))
    expect((await first.query()).closure).toMatchObject({
      ...{ outcome: 'onAuthor', reason: 'She was there.' },
    })
    const second = await begin()
    must(await second.close(second.rev))
    expect((await second.query()).closure).toMatchObject({ outcome: 'confirmed' })
    const third = await begin()
    expect(await third.desk.decide(third.rev, third.id, 'approve')).toEqual([200])
    expect((await third.query()).closure).toMatchObject({ outcome: 'confirmed' })
    for (const { desk } of [first, second, third]) await desk.stop()
  })

  it('[REV12] only a chief, with a reason, answers for what could not be confirmed', async () => {
    const { desk, rev, query, close } = await begin()
    const chief = await desk.person(['publisher'], true)
    expect(failureOf(await close(rev, { outcome: 'overridden', reason: 'x' }))).toBe('forbidden')
    expect(failureOf(await close(chief, { outcome: 'overridden' }))).toBe('invalid')
    expect((await query()).closedAt).toBeNull()
    must(await close(chief, { outcome: 'overridden', reason: 'The mayor said it to me.' }))
    expect((await query()).closure).toMatchObject({ outcome: 'overridden' })
    await desk.stop()
  })
})
