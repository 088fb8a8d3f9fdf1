import { expect, it } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import { at } from '#lib/testing/builders.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { assignPeople } from './article-people.ts'
import { changeSource } from './change-source.ts'
import { type Kept, listKept } from './list-kept.ts'
import { moveArticle } from './move-article.ts'
import { nameMoment, removeMomentName } from './name-moment.ts'
import { readMoment } from './read-moment.ts'
import { deleteAnnotation } from './remove-annotation.ts'

withSharedDatabase('what is kept', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, pia, root] = [
      await desk.person(['writer', 'editor']),
      await desk.person(['publisher']),
      await desk.person(['admin']),
    ] as const
    const id = await desk.article(ada, 'It cost 412 euros. It leaks.')
    return { desk, ada, pia, root, id }
  }

  const of = (kept: Kept, articleId: string) => ({
    articles: kept.articles.filter(({ id }) => id === articleId),
    evidence: kept.evidence.filter((one) => one.articleId === articleId),
    names: kept.names.filter((one) => one.articleId === articleId),
  })

  /** Throws evidence away, takes a name off, archives. */
  const putAway = async (desk: Desk, ada: Actor, pia: Actor, id: string) => {
    const source = await desk.source(ada)
    await desk.sourceAll(ada, id, source)
    const [first] = at(await desk.statuses(ada, id), 0).annotations
    must(await deleteAnnotation(desk.context, ada, id, first?.id ?? ''))
    const name = must(await nameMoment(desk.context, ada, id, { seq: 1, name: 'As it came' }))
    must(await removeMomentName(desk.context, ada, id, name.id))
    must(await moveArticle(desk.context, pia, id, { to: 'archived', note: 'Overtaken.' }))
    return { source, annotationId: first?.id }
  }

  it('[KEP1] an administrator finds what was put away, with who and when, and the moment before', async () => {
    const { desk, ada, pia, root, id } = await begin()
    const { source, annotationId } = await putAway(desk, ada, pia, id)
    const kept = must(await listKept(desk.context, root))
    const { articles, evidence, names } = of(kept, id)
    expect(articles).toMatchObject([{ archived: { personName: pia.name, note: 'Overtaken.' } }])
    expect(names).toMatchObject([{ name: 'As it came', seq: 1, personName: ada.name }])
    expect(evidence).toMatchObject([
      { annotationId, personName: ada.name, annotation: { citations: [{ sourceId: source }] } },
    ])
    expect(at(evidence, 0).sources).toHaveLength(1)
    const { annotations } = must(
      await readMoment(desk.context, root, id, at(evidence, 0).seq - 1, null),
    )
    expect(annotations.map((annotation) => annotation.id)).toContain(annotationId)
    await desk.stop()
  })

  it('[KEP1] for others there is no such list, and in it no article that one may not see', async () => {
    const { desk, ada, pia, root, id } = await begin()
    await putAway(desk, ada, pia, id)
    for (const actor of [ada, pia]) {
      expect(failureOf(await listKept(desk.context, actor))).toBe('forbidden')
    }
    const closed = { restricted: true, assigned: [], named: [pia.id] }
    must(await assignPeople(desk.context, ada, id, closed))
    const nothing = { articles: [], evidence: [], names: [] }
    expect(of(must(await listKept(desk.context, root)), id)).toEqual(nothing)
    must(await assignPeople(desk.context, ada, id, { ...closed, named: [root.id] }))
    expect(of(must(await listKept(desk.context, root)), id).articles).toHaveLength(1)
    await desk.stop()
  })

  it('[KEP2] what a source said before each change is kept, with who changed it', async () => {
    const { desk, ada, root } = await begin()
    const ben = await desk.person(['reviewer'])
    const id = await desk.source(ada, { publicName: 'A clerk' })
    must(await changeSource(desk.context, ben, id, { publicName: 'A former clerk' }))
    must(await changeSource(desk.context, ada, id, { publicName: 'A former clerk' }))
    must(await changeSource(desk.context, ada, id, { retired: true, reason: 'Forged.' }))
    const { pastSources, retired } = must(await listKept(desk.context, root))
    const past = pastSources.filter(({ sourceId }) => sourceId === id)
    expect(past.map(({ fields, personName }) => [fields.publicName, personName])).toEqual([
      ['A former clerk', ada.name],
      ['A clerk', ben.name],
    ])
    expect(retired.find((source) => source.id === id)).toMatchObject({ personName: ada.name })
    await desk.stop()
  })
})
