import { expect, it } from 'vitest'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { setAnnotation } from '#lib/collab/edit-document.ts'
import { subjectOf, WHOLE } from '#lib/domain/review/parts.ts'
import { statusesOf } from '#lib/domain/review/status.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { citationKeys } from '#lib/domain/sourcing/read-annotation.ts'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { cite, sourceCalled } from '#lib/testing/status-builder.ts'
import { Annotator } from './annotator.ts'
import type { ArticleSession } from './article-session.ts'

const TEXT = 'It rained and it sank.'

/** One sentence with two annotations, as after a join: each on its half, each with its own citation. */
function joined() {
  const page = opened()
  const { doc, reader } = page
  const halves = [
    ['first', 0, 9, 'likely'],
    ['second', 10, 22, 'unconfirmed'],
  ] as const
  for (const [id, from, to, confidence] of halves) {
    const record = { kind: 'fact', confidence, ...citationKeys(cite(id, { id: `of${id}` })) }
    const span = { blockIndex: 0, from, to }
    setAnnotation(doc, reader.flat, { id, span, record, replace: false })
  }
  return page
}

function opened() {
  const { doc } = new ClientDoc(2, seedOf(TEXT))
  const reader = new DocumentReader(doc)
  const annotator = new Annotator({ doc, reader } as unknown as ArticleSession, (run) =>
    doc.transact(run),
  )
  const status = (chosen: string | null = null) => {
    const [found] = statusesOf({
      articleId: 'a',
      state: 'draft',
      sentences: sourcedSentencesOf(reader.content),
      findSource: (id) => sourceCalled(id),
      approvals: [],
      queries: [],
    })
    if (!found) throw new Error('There is no sentence')
    return subjectOf(found, chosen, (id) => sourceCalled(id))
  }
  const citations = () =>
    status().annotations.flatMap((annotation) =>
      annotation.citations.map(({ sourceId, quote }) => `${annotation.id}: ${sourceId} ${quote}`),
    )
  return { doc, reader, annotator, status, citations }
}

it('a citation is removed from the annotation that has it', () => {
  const { annotator, status, citations } = joined()
  annotator.removeCitation(status(), cite('second', { id: 'ofsecond' }))
  expect(citations()).toEqual(['first: first '])
})

it('what cites a source that the registry has under another id cites that, and nothing else changes', () => {
  const { doc, annotator, citations } = joined()
  let changes = 0
  doc.on('update', () => changes++)
  annotator.repoint(new Map([['elsewhere', 'third']]))
  expect(changes).toBe(0)
  annotator.repoint(new Map([['second', 'third']]))
  expect(citations()).toEqual(['first: first ', 'second: third '])
})

it('a citation is changed in the annotation that has it', () => {
  const { annotator, status, citations } = joined()
  annotator.changeCitation(status(), cite('second', { id: 'ofsecond', quote: 'Sank.' }))
  expect(citations()).toEqual(['first: first ', 'second: second Sank.'])
})

it('what is said of the sentence settles where its annotations differ', () => {
  const { annotator, status } = joined()
  expect(status().confidence).toBe('unconfirmed')
  annotator.setConfidence(status(), 'confirmed')
  annotator.setKind(status(), 'exempt')
  expect(status()).toMatchObject({ confidence: 'confirmed', kind: 'exempt' })
})

it('[EVI14] the same sources as another sentence come once, and what is cited already does not come again', () => {
  const { annotator, status, citations } = joined()
  const other = status()
  const twice = { ...other, annotations: [...other.annotations, ...other.annotations] }
  annotator.sameAs(status(), twice)
  expect(citations()).toEqual(['first: first ', 'second: second '])
  annotator.removeCitation(status(), cite('second', { id: 'ofsecond' }))
  annotator.sameAs(status(), twice)
  expect(citations().toSorted()).toEqual(['first: first ', 'first: second '])
})

it('[EVI14] what is thought of the words of another sentence does not come with its sources', () => {
  const { annotator, status } = opened()
  annotator.addCitation(status(), { ...cite('log', { quote: 'It rained.' }), credibility: 2 })
  const other = status()
  annotator.removeCitation(other, other.annotations[0]?.citations[0] ?? cite('log'))
  annotator.sameAs(status(), other)
  expect(status().annotations.flatMap(({ citations }) => citations)).toMatchObject([
    { sourceId: 'log', locator: null, quote: '', credibility: null },
  ])
})

const CLAIM = { blockIndex: 0, from: 14, to: 21 }

it('[EVI10] a part of a sentence and the whole of it have evidence of their own, which leave each other alone', () => {
  const { annotator, status, citations } = opened()
  const part = annotator.startPart(CLAIM)
  expect(status(part)).toMatchObject({ part, evidence: 'none' })
  annotator.addCitation(status(part), { ...cite('log'), quote: 'It sank at nine.' })
  annotator.setConfidence(status(part), 'confirmed')
  // Nothing is said of the whole yet: what only a part has is worked on, until somebody chooses the whole.
  expect(status()).toMatchObject({ part, kind: 'fact', evidence: 'sourced', evidenced: true })
  expect(status(WHOLE)).toMatchObject({ part: null, kind: null, annotations: [] })
  annotator.addCitation(status(WHOLE), cite('crew'))
  annotator.setConfidence(status(WHOLE), 'unconfirmed')
  const whole = status().annotations[0]?.id
  expect(status()).toMatchObject({ part: null, confidence: 'unconfirmed', evidenced: false })
  expect(status(part)).toMatchObject({ confidence: 'confirmed', evidenced: true })
  expect(citations()).toEqual([`${whole}: crew `])
  annotator.clear(status(WHOLE))
  expect(status(part).annotations.map(({ id }) => id)).toEqual([part])
})

it('[EVI10] the same words are one part, however often they are chosen', () => {
  const { annotator, status } = opened()
  expect(annotator.startPart(CLAIM)).toBe(annotator.startPart(CLAIM))
  expect(status().sentence.annotationIds).toHaveLength(1)
})

it('[ANN9] what came without words is given for the sentence that it is put on', () => {
  const { doc, reader, annotator, status } = opened()
  doc.transact(() =>
    setAnnotation(doc, reader.flat, {
      ...{ id: 'came', span: null, record: { kind: 'fact', note: 'Ask.' }, replace: false },
    }),
  )
  annotator.place('came', status().sentence)
  const [placed] = status().annotations
  expect(placed).toMatchObject({ id: 'came', note: 'Ask.' })
  expect(placed?.sourcedText).toMatchObject({ exact: status().sentence.text, scope: 'sentence' })
})

it('to say that there is nothing to check takes no note away', () => {
  const { annotator, status } = opened()
  annotator.setNote(status(), 'Ruben asks again.')
  annotator.exempt(status(), '')
  expect(status()).toMatchObject({ kind: 'exempt', annotations: [{ note: 'Ruben asks again.' }] })
  annotator.exempt(status(), 'A question.')
  expect(status().annotations[0]?.note).toBe('A question.')
})
