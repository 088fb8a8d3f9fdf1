import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { applyOp, docOp } from '#lib/testing/shared-docs.ts'
import { checkUpdate } from './check-update.ts'
import { foldDocument } from './fold-document.ts'
import { LIMITS } from './limits.ts'
import { UpdateRefused } from './update-refused.ts'

const seed = seedOf('It rained.')
const owners = new Map([
  [1, 'ada'],
  [5, 'ada'],
  [7, 'ben'],
])

function serverDoc(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = foldDocument()
  for (const update of [seed, ...updates]) Y.applyUpdate(doc, update)
  return doc
}

/** Why it is refused, or what it would do. */
function verdict(update: Uint8Array, doc = serverDoc(), person = 'ada') {
  try {
    const { isNew, clients } = checkUpdate(doc, owners, person, update)
    return isNew ? clients : 'nothing new'
  } catch (error) {
    if (error instanceof UpdateRefused) return error.refusal
    throw error
  }
}

const client = (id = 5) => new ClientDoc(id, seed)

/** A change to a root of another kind or name. */
const elsewhere = (work: (doc: Y.Doc) => void) => verdict(client().change(work))

describe('[LOG2] an update is appended', () => {
  it('[LOG2] when it is new, with the client ids that it brings', () => {
    expect(verdict(client().type(1, 'a'))).toEqual([5])
    expect(verdict(client(7).type(1, 'a'), serverDoc(), 'ben')).toEqual([7])
    expect(verdict(client().delete(1, 2))).toEqual([])
    expect(verdict(client().change((doc) => doc.getMap('meta').set('lang', 'de')))).toEqual([5])
    expect(
      verdict(
        client().change((doc) => doc.getMap('annotations').set('a', new Y.Map([['kind', 'fact']]))),
      ),
    ).toEqual([5])
  })

  it('[LOG2] and not when it deletes nothing, of nobody', () => {
    for (const clock of [0, 4]) {
      for (const id of [1, 5])
        expect(verdict(new Uint8Array([0, 1, id, 1, clock, 0]))).toMatch(/nothing new|gap/)
    }
  })

  it('[LOG2] and not when the document has it all', () => {
    const ada = client()
    const [typed, deleted] = [ada.type(1, 'abc'), ada.delete(1, 2)]
    expect(verdict(seed, serverDoc(), 'ben')).toBe('nothing new')
    expect(verdict(typed, serverDoc(typed, deleted))).toBe('nothing new')
    expect(verdict(deleted, serverDoc(typed, deleted))).toBe('nothing new')
    expect(verdict(new Uint8Array([0, 0]))).toBe('nothing new')
    expect(verdict(Y.encodeStateAsUpdate(ada.doc), serverDoc(typed))).toEqual([])
  })
})

describe('[LOG2] an update is refused', () => {
  it('[LOG2] malformed: when it cannot be read', () => {
    for (const bytes of [[], [1], [255, 255, 255, 255], [1, 1, 5, 0, 99, 1], [0, 1, 5, 1]]) {
      expect(verdict(new Uint8Array(bytes))).toBe('malformed')
    }
    const good = client().type(1, 'abc')
    for (let length = 0; length < good.length; length++) {
      expect(['malformed', 'nothing new']).toContain(verdict(good.slice(0, length)))
    }
  })

  it('[LOG2] gap: when it rests on what is missing', () => {
    const ada = client()
    const [first, second] = [ada.type(1, 'a'), ada.type(2, 'b')]
    expect(verdict(second)).toBe('gap')
    const ben = new ClientDoc(6, seed, first)
    expect(verdict(ben.type(2, 'x'))).toBe('gap')
    expect(verdict(ben.delete(1, 1))).toBe('gap')
    expect(verdict(second, serverDoc(first))).toEqual([5])
  })

  it('[LOG2] gap: when changes of two clients rest on each other in a circle', () => {
    // Each says that it stands behind a character of the other, which therefore can be placed nowhere.
    const behind = (id: number, origin: number) =>
      [1, id, 0, 0x84, origin, 0, 1, 97] satisfies readonly number[]
    const update = new Uint8Array([2, ...behind(9, 8), ...behind(8, 9), 0])
    expect(Y.decodeUpdate(update).structs).toHaveLength(2)
    expect(verdict(update)).toBe('gap')
  })

  it('[LOG2] foreignClient: when it goes on under the mark of the first text, which nobody has', () => {
    const nobodys = new Map([[7, 'ben']])
    const forger = client()
    // Only now: a document that hears its own id from elsewhere takes another one.
    forger.doc.clientID = 1
    const update = forger.type(1, 'a')
    expect(() => checkUpdate(serverDoc(), nobodys, 'ada', update)).toThrow(
      'The change carries the mark of somebody else',
    )
  })

  it('[LOG2] foreignClient: when it carries the mark of somebody else', () => {
    expect(verdict(client(7).type(1, 'a'))).toBe('foreignClient')
    const both = Y.mergeUpdates([client(5).type(1, 'a'), client(7).type(1, 'a')])
    expect(verdict(both)).toBe('foreignClient')
    // What others did and is there already is no claim.
    const bens = new ClientDoc(7, seed).type(1, 'b')
    const ada = new ClientDoc(5, seed, bens)
    ada.type(1, 'a')
    expect(verdict(Y.encodeStateAsUpdate(ada.doc), serverDoc(bens))).toEqual([5])
  })

  it('[LOG2] foreignRoot: when it touches a part that articles do not have', () => {
    expect(elsewhere((doc) => doc.getText('body').insert(0, 'a'))).toBe('foreignRoot')
    expect(elsewhere((doc) => doc.getMap('approvals').set('a', 'ada'))).toBe('foreignRoot')
    expect(
      elsewhere((doc) => doc.getXmlFragment('default').insert(0, [new Y.XmlElement('p')])),
    ).toBe('foreignRoot')
    expect(elsewhere((doc) => doc.getMap('__proto__').set('a', 1))).toBe('foreignRoot')
    const bare = (work: (doc: Y.Doc) => void) => {
      const doc = new Y.Doc()
      work(doc)
      return verdict(Y.encodeStateAsUpdate(doc))
    }
    expect(bare((doc) => doc.getArray('meta').push(['x']))).toBe('foreignRoot')
    expect(bare((doc) => doc.getText('annotations').insert(0, 'x'))).toBe('foreignRoot')
    expect(bare((doc) => doc.getMap('text').set('x', 1))).toBe('foreignRoot')
  })

  it('[LOG2] foreignRoot: when it holds a kind of content that articles do not have', () => {
    const inMap = (value: unknown) => elsewhere((doc) => doc.getMap('meta').set('x', value))
    for (const value of [
      new Y.Text('a'),
      new Y.Array(),
      new Y.Doc(),
      new Y.XmlElement('p'),
      new Uint8Array(3),
    ]) {
      expect(inMap(value)).toBe('foreignRoot')
    }
    const inText = (value: Y.AbstractType<unknown>) =>
      elsewhere((doc) => doc.getText('text').insertEmbed(1, value))
    for (const value of [new Y.Text('a'), new Y.Array(), new Y.XmlFragment()])
      expect(inText(value as never)).toBe('foreignRoot')
  })

  it('[LOG2] foreignRoot: when it puts values among the characters, which no reader would count', () => {
    for (const [at, more] of [
      [0, []],
      [3, []],
      [11, [7, 'x']],
    ] as const) {
      const liar = new Y.Doc()
      liar.clientID = 5
      const values = liar.getArray('text')
      Y.applyUpdate(liar, seed)
      const before = Y.encodeStateVector(liar)
      values.insert(at, [1, 'x', {}])
      for (const value of more) values.push([value])
      expect(verdict(Y.encodeStateAsUpdate(liar, before))).toBe('foreignRoot')
    }
    // The same values in a map are fine, also where one follows another under its key.
    const honest = client()
    const [first, second] = [1, 2].map((value) =>
      honest.change((doc) => doc.getMap('meta').set('x', value)),
    )
    expect(verdict(second ?? seed, serverDoc(first ?? seed))).toEqual([5])
    expect(verdict(Y.encodeStateAsUpdate(honest.doc))).toEqual([5])
  })

  it('[LOG2] tooLarge: when it is larger than a long article', () => {
    expect(verdict(client().type(1, 'a'.repeat(LIMITS.updateBytes)))).toBe('tooLarge')
    expect(verdict(client().type(1, 'a'.repeat(LIMITS.updateBytes - 1000)))).toEqual([5])
  })
})

it('[LOG2] whatever bytes come, they are judged: nothing else is thrown, and the document stays as it is', () => {
  const good = client().change((doc) => {
    doc.getText('text').insert(1, 'abc', { bold: true })
    doc.getText('text').delete(6, 2)
    doc.getMap('annotations').set('a', new Y.Map([['kind', 'fact']]))
  })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }),
      (flips) => {
        const bytes = new Uint8Array(good)
        for (const [at, value] of flips) bytes[at] = value
        const doc = serverDoc()
        const before = Y.encodeStateAsUpdate(doc)
        verdict(bytes, doc)
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      },
    ),
    { numRuns: 3000 },
  )
})

it('[LOG2] what is let through leaves nothing pending, and is there afterwards', () => {
  fc.assert(
    fc.property(fc.array(docOp, { minLength: 1, maxLength: 8 }), (ops) => {
      const editor = client()
      const update = editor.change((doc) => {
        for (const op of ops) applyOp(doc, op)
      })
      const doc = serverDoc()
      const found = verdict(update, doc)
      const before = doc.getText('text').toDelta()
      Y.applyUpdate(doc, update)
      expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
      if (found === 'nothing new') expect(doc.getText('text').toDelta()).toEqual(before)
      expect(doc.getText('text').toDelta()).toEqual(editor.doc.getText('text').toDelta())
      expect(verdict(update, doc)).toBe('nothing new')
    }),
  )
})

it('[LOG2] what stands between the halves of a character, or takes one of them away, is refused', () => {
  const smile = seedOf('A😀B')
  const doc = foldDocument()
  Y.applyUpdate(doc, smile)
  const change = (work: (text: Y.Text) => void) =>
    verdict(
      new ClientDoc(5, smile).change((own) => work(own.getText('text'))),
      doc,
    )
  // The opening of the block counts one: the character stands from 2 to 4.
  expect(change((text) => text.insert(3, 'x'))).toBe('malformed')
  expect(change((text) => text.format(3, 1, { bold: true }))).toBe('malformed')
  expect(change((text) => text.delete(2, 1))).toBe('malformed')
  expect(change((text) => text.delete(3, 2))).toBe('malformed')
  expect(change((text) => text.insert(2, 'x'))).toEqual([5])
  expect(change((text) => text.insert(4, '😀'))).toEqual([5])
  expect(change((text) => text.format(2, 2, { bold: true }))).toEqual([5])
  expect(change((text) => text.delete(2, 2))).toEqual([])
})
