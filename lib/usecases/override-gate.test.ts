import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { findVersion } from '#db/repositories/versions.ts'
import { findFormat } from '#lib/domain/formats/registry.ts'
import type { OverrideWish } from '#lib/domain/publication/overrides.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { publishVersion } from './publish-version.ts'
import { takeDownVersion } from './take-down-version.ts'

const REASON = 'The flood <b>will</b> not wait for the archive.'

withSharedDatabase('publishing in spite of the gate', (open) => {
  it('[GAT6] a chief does, with reasons that readers see; nobody else, and on no other words', async () => {
    const desk = new Desk(open())
    const ada = await desk.person(['editor'])
    const [pia, chief] = [await desk.person(['publisher']), await desk.person(['publisher'], true)]
    const article = await desk.article(ada, 'Flood\n\nIt rained. The dam broke.')
    const statuses = await desk.statuses(ada, article)
    const wishes: readonly OverrideWish[] = statuses.flatMap(({ fingerprint }) =>
      (['untagged', 'notApproved'] as const).map((kind) => ({ kind, fingerprint, reason: REASON })),
    )
    const publish = (actor: typeof pia, overrides: readonly OverrideWish[]) =>
      publishVersion(desk.context, actor, article, { change: 'first', note: 'Now.', overrides })
    expect(failureOf(await publish(pia, wishes))).toBe('forbidden')
    expect(failureOf(await publish(chief, wishes.slice(1)))).toBe('blocked')
    const moved = wishes.map((wish) => ({ ...wish, fingerprint: 'other words' }))
    expect(failureOf(await publish(chief, moved))).toBe('blocked')
    const { slug } = must(await publish(chief, wishes))
    const stored = await findVersion(desk.database.handle, slug, 1)
    const version = JSON.parse(stored?.canonical ?? '') as Version
    expect(version.overrides).toHaveLength(wishes.length)
    expect(version.overrides?.[2]).toEqual({
      sentence: version.sentences[1]?.id,
      what: 'untagged',
      reason: REASON,
    })
    for (const id of ['html', 'text', 'markdown']) {
      const rendered = findFormat(id)?.render(version)
      const words = typeof rendered === 'string' ? rendered : new TextDecoder().decode(rendered)
      expect([id, words.includes('was published without a source')]).toEqual([id, true])
      if (id === 'html') expect(words).not.toContain('<b>will</b>')
    }
    // The next version carries the history of this one, and starts without any.
    const again = statuses.map(({ fingerprint }) => ({
      kind: 'untagged' as const,
      fingerprint,
      reason: 'x',
    }))
    const next = await publishVersion(desk.context, chief, article, {
      ...{ change: 'update', note: 'More.', overrides: [...again, ...wishes] },
    })
    must(next)
    const second = JSON.parse(
      (await findVersion(desk.database.handle, slug, 2))?.canonical ?? '',
    ) as Version
    expect(second.history[0]?.overrides).toEqual(version.overrides)
    await desk.stop()
  })

  it('[VER12] the reasons go with the words of a version that is taken down', async () => {
    const desk = new Desk(open())
    const [ada, chief] = [await desk.person(['editor']), await desk.person(['publisher'], true)]
    const article = await desk.article(ada, 'It rained.')
    const [status] = await desk.statuses(ada, article)
    const fingerprint = status?.fingerprint ?? ''
    const overrides = (['untagged', 'notApproved'] as const).map((kind) => ({
      ...{ kind, fingerprint, reason: REASON },
    }))
    const what = { change: 'first', note: 'Now.', overrides } as const
    must(await publishVersion(desk.context, chief, article, what))
    must(await takeDownVersion(desk.context, chief, article, 1, { reason: 'By order of a court.' }))
    const row = sql`select overrides from version where article_id = ${article}`
    const { rows } = (await desk.database.handle.execute(row)) as unknown as { rows: unknown[] }
    expect(rows).toEqual([{ overrides: null }])
    await desk.stop()
  })
})
