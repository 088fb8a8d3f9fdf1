import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { acceptKey, proposingClient } from '#lib/domain/text/acceptance.ts'
import { proposalId } from '#lib/domain/text/flat-text.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { flatBlocks } from '#lib/domain/text/read-flat.ts'
import { asProposal, NotProposable } from '#lib/editor/propose.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { dice } from '#lib/testing/dice.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { alphabet, randomEdit } from '#lib/testing/random-edits.ts'
import { ben, newRooms, seed, textOf } from '#lib/testing/test-rooms.ts'
import { foldDocument } from './fold-document.ts'
import { UpdateRefused } from './update-refused.ts'

const TEXT = 'It leaks|It rained.'
/** May comment, not write. */
const sue = { personId: 'sue', sessionId: null, suggestOnly: true }
const S = proposingClient(0.5)
const OWN = proposalId('sue', S)

/** A tab of somebody who edits in suggest mode; everything that it wrote is sent when asked for. */
function tab(client: number, personId = 'sue', random = dice(client).roll) {
  const ydoc = foldDocument()
  ydoc.clientID = client
  Y.applyUpdate(ydoc, seed)
  const sent: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') sent.push(update)
  })
  const replica = flatReplica(ydoc, { captureTimeout: 0, personId, random })
  const propose = (make: (state: typeof replica.editor.state) => unknown) => {
    const { editor, binding } = replica
    editor.dispatch(asProposal(editor.state, make(editor.state) as never, binding.proposer))
  }
  return { ...replica, propose, sent, take: () => sent.splice(0) }
}

const verdict = (work: Promise<unknown>) =>
  work.then(
    () => 'let in',
    (error: unknown) => {
      if (error instanceof UpdateRefused) return error.refusal
      throw error
    },
  )

async function withProposal() {
  const world = newRooms('x')
  const her = tab(21)
  her.propose(({ tr }) => tr.insertText('still ', 4))
  for (const update of her.take()) await world.rooms.receive('x', sue, update)
  const state = await world.rooms.read('x')
  const [proposal] = proposalsOf(state.content.blocks)
  return { ...world, her, id: proposal?.id ?? '', proposal }
}

describe('[SUG4] what somebody sends who may only suggest', () => {
  it('[SUG4] comes in as proposals, and the text stays as it is', async () => {
    const { rooms, proposal } = await withProposal()
    expect(proposal).toMatchObject({ personId: 'sue', inserted: 'still ' })
    expect(textOf(await rooms.read('x'))).toBe(TEXT)
  })

  it('[SUG4] whatever they do in the editor is let in; whatever they do without it is not', async () => {
    let [proposed, written] = [0, 0]
    for (let run = 1; run <= 120; run++) {
      const { rooms } = newRooms('x')
      const her = tab(100 + run)
      const chance = dice(run)
      const letters = alphabet()
      for (let n = 0; n < 5; n++) {
        const tr = randomEdit(her.editor.state, chance, letters)
        if (!tr?.docChanged || tr.steps.some((step) => 'attr' in step && step.attr !== 'role'))
          continue
        try {
          if (n < 4) her.propose(() => tr)
          else her.editor.dispatch(tr)
        } catch (error) {
          if (error instanceof NotProposable) continue
          throw error
        }
        for (const update of her.take()) {
          const was = JSON.stringify((await rooms.read('x')).content.blocks.map(official))
          const came = await verdict(rooms.receive('x', sue, update))
          const is = JSON.stringify((await rooms.read('x')).content.blocks.map(official))
          expect({ run, n, text: is }).toEqual({ run, n, text: was })
          if (n < 4) expect({ run, n, came }).toEqual({ run, n, came: 'let in' })
          if (n < 4) proposed++
          else if (came === 'notProposed') written++
        }
      }
    }
    expect(proposed).toBeGreaterThan(200)
    expect(written).toBeGreaterThan(40)
  })

  const entered = (doc: Y.Doc) => doc.getMap('proposals').set(OWN, new Y.Map())
  const CRAFTED: readonly (readonly [string, (doc: Y.Doc) => unknown])[] = [
    ['types', (doc) => doc.getText('text').insert(1, 'No. ')],
    ['deletes', (doc) => doc.getText('text').delete(1, 2)],
    ['makes words bold', (doc) => doc.getText('text').format(1, 2, { bold: true })],
    [
      'takes an annotation off',
      (doc) =>
        doc.getText('text').format(1, 2, { 'annotation:a': null, link: 'https://x.example' }),
    ],
    [
      'types, and calls it a proposal',
      (doc) => doc.getText('text').insert(1, 'No. ', { [`delete:${OWN}`]: true }),
    ],
    [
      'hides words as if proposed',
      (doc) => doc.getText('text').format(1, 2, { [`insert:${OWN}`]: true }),
    ],
    ['opens a block', (doc) => doc.getText('text').insertEmbed(1, { block: 'z' })],
    ['puts a figure in', (doc) => doc.getText('text').insertEmbed(1, { figure: 'z' })],
    [
      'changes a role',
      (doc) => (doc.getMap('blocks').get('b0') as Y.Map<unknown>).set('role', 'quote'),
    ],
    [
      'puts another entry in the place of one',
      (doc) => doc.getMap('blocks').set('b0', new Y.Map([['role', 'quote']])),
    ],
    [
      'enters a block that is not there',
      (doc) => doc.getMap('blocks').set('z', new Y.Map([['role', 'quote']])),
    ],
    ['annotates', (doc) => doc.getMap('annotations').set('a', new Y.Map([['kind', 'fact']]))],
    ['says another language', (doc) => doc.getMap('meta').set('lang', 'de')],
    [
      'accepts in the same breath',
      (doc) => doc.getMap('proposals').set(OWN, new Y.Map([[acceptKey(0), 99]])),
    ],
  ]
  it.each(CRAFTED)(
    '[SUG4] %s: refused, with and without the client id of a proposal',
    async (_, work) => {
      for (const client of [21, S]) {
        const { rooms } = newRooms('x')
        const crafted = new ClientDoc(client, seed).change((doc) => {
          if (client === S) entered(doc)
          work(doc)
        })
        const isProposed =
          client === S && /^(types|types, and calls it a proposal|opens a block)$/.test(_)
        expect(await verdict(rooms.receive('x', sue, crafted))).toMatch(
          isProposed ? /let in/ : /notProposed|foreignClient/,
        )
        expect(textOf(await rooms.read('x'))).toBe(TEXT)
        // The check is not confused by what it refused.
        const fine = new ClientDoc(S + 1, seed).change((doc) => {
          doc.getMap('proposals').set(proposalId('sue', S + 1), new Y.Map())
          doc.getText('text').insert(1, 'Still ')
        })
        expect(await verdict(rooms.receive('x', sue, fine))).toBe('let in')
      }
    },
  )

  it('[SUG4] what she puts into words that another suggests to take out may look so too, and nothing else does', async () => {
    const { rooms } = newRooms('x')
    const his = tab(31, 'ben')
    his.propose(({ tr }) => tr.delete(4, 8))
    for (const update of his.take()) await rooms.receive('x', ben, update)
    const [taken] = proposalsOf((await rooms.read('x')).content.blocks)
    const marked = `delete:${taken?.id}`
    const known = Y.encodeStateAsUpdate(his.ydoc)
    const put = (at: number, client: number) => {
      const update = new ClientDoc(client, seed, known).change((doc) => {
        doc.getMap('proposals').set(proposalId('sue', client), new Y.Map())
        doc.getText('text').insert(at, 'x', { [marked]: true })
      })
      return verdict(rooms.receive('x', sue, update))
    }
    expect(taken).toMatchObject({ personId: 'ben', deleted: 'leak' })
    expect([await put(6, S), await put(14, S + 1)]).toEqual(['let in', 'let in'])
    const [all] = proposalsOf((await rooms.read('x')).content.blocks.slice(0, 1))
    expect(all).toMatchObject({ id: taken?.id, deleted: 'lexak' })
    const others = proposalsOf((await rooms.read('x')).content.blocks.slice(1))
    expect(others).toMatchObject([{ personId: 'sue', inserted: 'x', deleted: '' }])
  })

  it('[SUG4] accepts nothing, its own neither, and takes back nothing of others', async () => {
    const { rooms, her, id } = await withProposal()
    settleAll(her.ydoc, 'accept')
    expect(id).not.toBe('')
    for (const update of her.take())
      expect(await verdict(rooms.receive('x', sue, update))).toBe('notProposed')
    const tom = { ...sue, personId: 'tom' }
    const his = new ClientDoc(31, seed, Y.encodeStateAsUpdate(her.ydoc))
    expect(await verdict(rooms.receive('x', tom, his.delete(4, 3)))).toBe('notProposed')
    expect(textOf(await rooms.read('x'))).toBe(TEXT)
  })

  it('[SUG4] what was accepted meanwhile is text, and stays', async () => {
    const { rooms, her } = await withProposal()
    const his = new ClientDoc(7, seed, Y.encodeStateAsUpdate(her.ydoc))
    await rooms.receive(
      'x',
      ben,
      his.change((doc) => settleAll(doc, 'accept')),
    )
    expect(textOf(await rooms.read('x'))).toBe('It still leaks|It rained.')
    her.propose(({ tr }) => tr.insertText('!', 10))
    her.propose(({ tr }) => tr.delete(4, 10))
    const came: string[] = []
    for (const update of her.take()) came.push(await verdict(rooms.receive('x', sue, update)))
    // What she typed on is a proposal still; what she took back is not hers to take back any more.
    expect(came).toEqual(['let in', 'notProposed'])
    expect(textOf(await rooms.read('x'))).toBe('It still leaks|It rained.')
  })

  it('[SUG4] nobody proposes in another’s name, whatever they may', async () => {
    const { rooms, her, id } = await withProposal()
    const known = Y.encodeStateAsUpdate(her.ydoc)
    const crafted: ((doc: Y.Doc) => unknown)[] = [
      (doc) => doc.getMap('proposals').set(proposalId('sue', 7), new Y.Map()),
      (doc) => doc.getMap('proposals').set(proposalId('sue', S), new Y.Map()),
      (doc) => doc.getText('text').format(1, 2, { [`delete:${proposalId('sue', S)}`]: true }),
      (doc) => doc.getText('text').format(1, 2, { [`delete:${proposalId('ben', S)}`]: true }),
      (doc) => doc.getText('text').insert(1, 'x', { [`insert:${id}`]: true }),
    ]
    for (const work of crafted) {
      const update = new ClientDoc(7, seed, known).change(work)
      expect(await verdict(rooms.receive('x', ben, update))).toBe('foreignClient')
    }
    const nameless = new ClientDoc(S, seed, known).type(1, 'x')
    expect(await verdict(rooms.receive('x', ben, nameless))).toBe('foreignClient')
  })
})

function settleAll(doc: Y.Doc, verdict: 'accept' | 'reject') {
  settleProposals(doc, flatBlocks(deltaOf(doc.getText('text'))), () => true, verdict)
}

/** As readers have it. */
function official(block: object) {
  return { ...block, proposals: null }
}
