import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { emptyRecord } from '#lib/editor/read-records.ts'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { discardedIn } from './discarded.ts'

/** A log of several people's changes of the records of annotations; row 1 is the seed. */
function logged() {
  const seed = seedOf('It rained.')
  const updates = [seed]
  const tabs = [new ClientDoc(2, seed), new ClientDoc(3, seed)]
  const by = (who: number, work: (annotations: Y.Map<unknown>) => void) => {
    const update = tabs[who]?.change((doc) => work(doc.getMap('annotations')))
    if (!update) throw new Error('No such tab')
    for (const tab of tabs) tab.hear(update)
    updates.push(update)
  }
  const rows = () =>
    updates.map((update, index) => ({
      ...{ seq: index + 1, personId: `p${index + 1}`, at: new Date(index * 1_000), update },
    }))
  const rowsBefore = async (_: string, before: number | null, limit: number) =>
    rows()
      .filter(({ seq }) => before === null || seq < before)
      .slice(-limit)
  const found = async () =>
    (await discardedIn({ rowsBefore }, 'a', updates.length)).map(
      ({ annotationId, seq, personId }) => `${annotationId} by ${personId} in ${seq}`,
    )
  return { by, found, updates }
}

const record = (kind: string) => new Y.Map(Object.entries({ kind }))

it('[KEP3] what was taken off is found with its row, what came back is not', async () => {
  const { by, found } = logged()
  by(0, (annotations) => annotations.set('one', record('fact')))
  by(1, (annotations) => annotations.set('two', record('number')))
  expect(await found()).toEqual([])
  by(1, (annotations) => annotations.delete('one'))
  by(0, (annotations) => annotations.delete('two'))
  expect(await found()).toEqual(['two by p5 in 5', 'one by p4 in 4'])
  by(0, (annotations) => annotations.set('one', record('fact')))
  expect(await found()).toEqual(['two by p5 in 5'])
  by(1, (annotations) => annotations.delete('one'))
  expect(await found()).toEqual(['one by p7 in 7', 'two by p5 in 5'])
})

it('[KEP3] what is written anew, or changed inside, is not taken off', async () => {
  const { by, found, updates } = logged()
  by(0, (annotations) => annotations.set('one', record('fact')))
  by(1, (annotations) => annotations.set('one', record('number')))
  by(0, (annotations) => (annotations.get('one') as Y.Map<string>).set('note', 'Ask.'))
  by(0, (annotations) => (annotations.get('one') as Y.Map<string>).set('kind', 'quote'))
  by(0, (annotations) => (annotations.get('one') as Y.Map<string>).delete('kind'))
  expect(await found()).toEqual([])
  updates.push(new Uint8Array([7, 7]))
  by(1, (annotations) => annotations.delete('one'))
  expect(await found()).toEqual(['one by p8 in 8'])
})

it('[KEP3, ANN11] what was taken off word by word is found, until anybody says something in it', async () => {
  const { by, found } = logged()
  const one = (annotations: Y.Map<unknown>) => annotations.get('one') as Y.Map<string>
  by(0, (annotations) =>
    annotations.set(
      'one',
      new Y.Map([
        ['kind', 'fact'],
        ['note', 'Ask.'],
        ['sourcedText.exact', 'It rained.'],
      ]),
    ),
  )
  by(0, (annotations) => one(annotations).delete('kind'))
  by(1, (annotations) => emptyRecord(annotations, 'one'))
  expect(await found()).toEqual(['one by p4 in 4'])
  by(0, (annotations) => one(annotations).set('note', 'Asked.'))
  expect(await found()).toEqual([])
  by(0, (annotations) => emptyRecord(annotations, 'one'))
  expect(await found()).toEqual(['one by p6 in 6'])
})
