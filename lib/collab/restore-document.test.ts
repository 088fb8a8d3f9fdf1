import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposingClient } from '#lib/domain/text/acceptance.ts'
import { proposalId } from '#lib/domain/text/flat-text.ts'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { applyOp, docOp, hearFrom, newDocs, runSteps, steps } from '#lib/testing/shared-docs.ts'
import { DocumentReader } from './document-reader.ts'
import { setAnnotation, setThread } from './edit-document.ts'
import { foldDocument } from './fold-document.ts'
import { restoreDocument, sharedStateOf } from './restore-document.ts'

const WHOLE = { blockId: null, keep: [] }

/** Ids of what stands in the text, by what it is: a character that is written anew has another one. */
function itemsOf(doc: Y.Doc): ReadonlyMap<string, string> {
  const items = new Map<string, string>()
  for (let item = doc.getText('text')._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    item.content.str.split('').forEach((value, at) => {
      items.set(`${client}:${clock + at}`, value)
    })
  }
  return items
}

const contentOf = (doc: Y.Doc) => new DocumentReader(doc).content
const flatOf = (doc: Y.Doc) => new DocumentReader(doc).flat
const textOf = (doc: Y.Doc) => doc.getText('text').toString()

function articleOf(...blocks: readonly string[]) {
  const client = new ClientDoc(7, seedOf(...blocks))
  return { client, doc: client.doc, past: sharedStateOf(client.doc) }
}

const edits = fc.array(docOp, { minLength: 1, maxLength: 25 })

it('[HIS5] restored, an article reads as it did, whatever was done to it since', () => {
  fc.assert(
    fc.property(edits, edits, (first, second) => {
      const { doc } = new ClientDoc(7, seedOf('headline: It leaks', 'It rained. It snowed.'))
      for (const op of first) applyOp(doc, op)
      const [past, was] = [sharedStateOf(doc), contentOf(doc)]
      for (const op of second) applyOp(doc, op)
      restoreDocument(doc, past, WHOLE)
      expect(contentOf(doc)).toEqual(was)
      const again = sharedStateOf(doc)
      expect(again.annotations).toEqual(past.annotations)
      expect(again.meta).toEqual(past.meta)
      const before = Y.encodeStateVector(doc)
      restoreDocument(doc, past, WHOLE)
      expect(Y.encodeStateVector(doc)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

it('[HIS5] a cohort that goes on writing while somebody restores ends up with one text', () => {
  fc.assert(
    fc.property(steps(3), steps(3), (first, second) => {
      const docs = newDocs(3)
      runSteps(docs, first, () => {})
      const [ada, ben] = docs
      if (!ada || !ben) throw new Error('No cohort')
      const [past, was] = [sharedStateOf(ada), contentOf(ada)]
      runSteps(docs, second, () => {})
      restoreDocument(ada, past, WHOLE)
      expect(contentOf(ada)).toEqual(was)
      for (const doc of docs) for (const other of docs) if (doc !== other) hearFrom(doc, other)
      for (const doc of docs) for (const other of docs) if (doc !== other) hearFrom(doc, other)
      expect(contentOf(ben)).toEqual(contentOf(ada))
    }),
  )
})

it('[HIS5] what is equal already is not written again', () => {
  const { client, doc, past } = articleOf(
    'headline: It leaks',
    'It rained on Monday.',
    'It snowed.',
  )
  const before = itemsOf(doc)
  const at = 1 + 'It leaks'.length + 1
  client.change(() => doc.getText('text').delete(at + 'It rained '.length, 3))
  client.type(at + 'It '.length, 'hardly ')
  restoreDocument(doc, past, WHOLE)
  const after = itemsOf(doc)
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, value]) => value)
  expect(gone.join('')).toBe('on ')
  const come = [...after].filter(([id]) => !before.has(id)).map(([, value]) => value)
  expect(come.join('')).toBe('on ')
})

it('[HIS5] what others type elsewhere meanwhile stands', () => {
  const { client, doc, past } = articleOf('It rained.', 'It snowed.')
  client.delete(1, 'It rained.'.length)
  const ben = new ClientDoc(8, Y.encodeStateAsUpdate(doc))
  const bens = ben.type(ben.doc.getText('text').length - 1, ' hard')
  restoreDocument(doc, past, WHOLE)
  Y.applyUpdate(doc, bens)
  expect(textOf(doc)).toBe('It rained.It snowed hard.')
})

it('[HIS5] everything comes back after all of it was deleted: roles, figures, evidence, formatting', () => {
  const { client, doc } = articleOf('headline: It leaks', 'It rained. It snowed.')
  client.change(() => {
    doc.getText('text').insertEmbed(0, { figure: 'f1' }, {})
    doc.getMap('blocks').set('f1', new Y.Map([['alt', 'A pipe']]))
    doc.getText('text').format(12, 4, { bold: true, colour: 'red' })
    const span = { blockIndex: 2, from: 0, to: 10 }
    setAnnotation(doc, flatOf(doc), { id: 'a', span, record: { kind: 'fact' }, replace: true })
  })
  const [past, was] = [sharedStateOf(doc), contentOf(doc)]
  client.change(() => {
    doc.getText('text').delete(0, doc.getText('text').length)
    for (const root of ['blocks', 'annotations']) doc.getMap(root).clear()
  })
  restoreDocument(doc, past, WHOLE)
  expect(contentOf(doc)).toEqual(was)
  expect(JSON.stringify(doc.getText('text').toDelta())).toContain('"colour":"red"')
})

/** Two paragraphs, the first sentence of the first with the annotation `a`. */
function sourced() {
  const { client, doc } = articleOf('It rained. It snowed.', 'It is over.')
  const span = { blockIndex: 0, from: 0, to: 10 }
  setAnnotation(doc, flatOf(doc), { id: 'a', span, record: { kind: 'fact' }, replace: true })
  return { client, doc, past: sharedStateOf(doc), was: contentOf(doc) }
}

it('[HIS5] a paragraph alone comes back with its evidence; the others stay as they are', () => {
  const { client, doc, past, was } = sourced()
  client.change(() => {
    doc.getText('text').delete(1, 21)
    doc.getMap('annotations').delete('a')
  })
  client.type(doc.getText('text').length - 1, ' now')
  restoreDocument(doc, past, { blockId: 'b0', keep: [] })
  const { blocks, annotations } = contentOf(doc)
  expect(blocks[0]).toEqual(was.blocks[0])
  expect(blocks[1]).toMatchObject({ text: 'It is over now.' })
  expect(annotations).toEqual(was.annotations)
})

it('[HIS6] a paragraph that is gone comes back behind the one that it stood behind', () => {
  const { doc, past } = articleOf('One.', 'Two.', 'Three.')
  doc.getText('text').delete(5, 5)
  expect(textOf(doc)).toBe('One.Three.')
  restoreDocument(doc, past, { blockId: 'b1', keep: [] })
  expect(contentOf(doc).blocks.map(({ id }) => id)).toEqual(['b0', 'b1', 'b2'])
  doc.getText('text').delete(0, 10)
  restoreDocument(doc, past, { blockId: 'b0', keep: [] })
  expect(contentOf(doc).blocks.map(({ id }) => id)).toEqual(['b0', 'b2'])
  restoreDocument(doc, past, { blockId: 'never', keep: [] })
  expect(contentOf(doc).blocks.map(({ id }) => id)).toEqual(['b0', 'b2'])
})

it('[HIS6] evidence that has gone to another paragraph stays there, and says what it says now', () => {
  const { client, doc, past } = sourced()
  client.change(() => {
    const text = doc.getText('text')
    text.delete(1, 10)
    text.insert(text.length, 'It rained.', { 'annotation:a': true })
    ;(doc.getMap('annotations').get('a') as Y.Map<unknown>).set('kind', 'number')
  })
  restoreDocument(doc, past, { blockId: 'b0', keep: [] })
  const { blocks, annotations } = contentOf(doc)
  expect(blocks[0]).toMatchObject({ text: 'It rained. It snowed.', anchors: [] })
  expect(blocks[1]).toMatchObject({ anchors: [{ annotationId: 'a' }] })
  expect(annotations.get('a')?.kind).toBe('number')
})

it('[HIS7] a question stays where it hangs; evidence that came since goes', () => {
  for (const blockId of [null, 'b0']) {
    const { doc, past } = articleOf('It rained. It snowed.')
    const put = (id: string, from: number, to: number) =>
      setAnnotation(doc, flatOf(doc), {
        id,
        span: { blockIndex: 0, from, to },
        record: {},
        replace: true,
      })
    put('asked', 0, 10)
    put('later', 11, 21)
    restoreDocument(doc, past, { blockId, keep: ['asked'] })
    const { blocks, annotations } = contentOf(doc)
    expect(blocks[0]).toMatchObject({ anchors: [{ annotationId: 'asked', from: 0, to: 10 }] })
    expect([...annotations.keys()]).toEqual(['asked'])
  }
})

it('[HIS5] the order in which keys stand in a record makes no difference', () => {
  const doc = foldDocument()
  doc.getMap('meta').set('lang', 'en')
  const past = { text: [], blocks: {}, annotations: {}, meta: { lang: 'en' } }
  const before = Y.encodeStateVector(doc)
  restoreDocument(doc, past, WHOLE)
  expect(Y.encodeStateVector(doc)).toEqual(before)
})

it('[HIS5] a paragraph as long as a book is restored', () => {
  const { doc, past } = articleOf('It rained on and on. '.repeat(10_000).trim())
  doc.getText('text').delete(5, 12)
  restoreDocument(doc, past, WHOLE)
  expect(sharedStateOf(doc)).toEqual(past)
})

it('[HIS10] conversations begun since stay on words that stay, and come back with words that come back', () => {
  const { doc } = articleOf('It rained. It snowed.')
  const talk = (id: string, from: number, to: number) =>
    setThread(doc, flatOf(doc), id, { blockIndex: 0, from, to })
  const places = () => {
    const [block] = contentOf(doc).blocks
    return block?.type === 'text' ? block.threads : []
  }
  talk('before', 11, 20)
  const past = sharedStateOf(doc)
  talk('since', 3, 9)
  doc.getText('text').delete(1 + 10, 11)
  expect(places()).toEqual([{ threadId: 'since', from: 3, to: 9 }])
  restoreDocument(doc, past, WHOLE)
  expect(textOf(doc)).toBe('It rained. It snowed.')
  expect(places()).toEqual([
    { threadId: 'since', from: 3, to: 9 },
    { threadId: 'before', from: 11, to: 20 },
  ])
})

it('[HIS5, SUG1] what was and what is only suggested takes no part: restored is the text as readers had it', () => {
  const { client, doc } = articleOf('It leaks. It rained.')
  const suggest = (at: number, words: string, S: number) =>
    client.change((shared) => {
      const own = shared.clientID
      shared.clientID = S
      shared.getMap('proposals').set(proposalId('sue', S), new Y.Map())
      shared.getText('text').insert(at, words)
      shared.getText('text').format(1, 2, { [`delete:${proposalId('sue', S)}`]: true })
      shared.clientID = own
    })
  suggest(3, ' always', proposingClient(0.1))
  const past = sharedStateOf(doc)
  client.type(1, 'Yes. ')
  suggest(6, 'It leaks. ', proposingClient(0.2))
  restoreDocument(doc, past, WHOLE)
  const [block] = contentOf(doc).blocks
  expect(block).toMatchObject({ text: 'It leaks. It rained.', proposals: [] })
  expect(itemsOf(doc).size).toBe('It leaks. It rained.'.length)
})
