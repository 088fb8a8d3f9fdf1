import { describe, expect, it } from 'vitest'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { flatBlocks } from '#lib/domain/text/read-flat.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { dice } from '#lib/testing/dice.ts'
import { caret, doc, type FlatReplica, pair as pairOf } from '#lib/testing/flat-pair.ts'
import { alphabet, randomEdit } from '#lib/testing/random-edits.ts'
import { enter } from './block-keys.ts'
import { asProposal, NotProposable } from './propose.ts'
import { deltaOf } from './read-delta.ts'

const pair = (lines: readonly string[]) => pairOf(lines, { captureTimeout: 0, personId: 'ada' })
const flatOf = ({ ydoc }: FlatReplica) => flatBlocks(deltaOf(ydoc.getText('text')))
const read = (replica: FlatReplica) =>
  flatOf(replica).map((block) => {
    const entry = replica.ydoc.getMap('blocks').get(block.opening?.id ?? '')
    return readBlock(block, ((entry as { toJSON(): object } | undefined)?.toJSON() as never) ?? {})
  })
/** The article as readers have it, without what is proposed. */
const official = (replica: FlatReplica) =>
  read(replica).map((block) => ({ ...block, proposals: [], id: '' }))
const lines = (replica: FlatReplica) =>
  read(replica).map((block) => (block.type === 'text' ? `${block.role}: ${block.text}` : 'figure'))
const open = (replica: FlatReplica) => proposalsOf(read(replica))

function propose(replica: FlatReplica, make: (state: FlatReplica['editor']['state']) => unknown) {
  const { editor } = replica
  editor.dispatch(asProposal(editor.state, make(editor.state) as never, replica.binding.proposer))
}
const settleAll = (replica: FlatReplica, verdict: 'accept' | 'reject') =>
  settleProposals(replica.ydoc, flatOf(replica), () => true, verdict)

describe('[SUG5] what a person does while they suggest', () => {
  it('[SUG5] typing comes in as proposed words, of one proposal', () => {
    const [ada] = pair(['Six pipes burst.'])
    for (const [at, char] of ['o', 'l', 'd', ' '].entries())
      propose(ada, ({ tr }) => tr.insertText(char, 5 + at))
    expect(lines(ada)).toEqual(['paragraph: Six pipes burst.'])
    expect(open(ada)).toMatchObject([
      {
        personId: 'ada',
        inserted: 'old ',
        deleted: '',
        places: [{ blockIndex: 0, from: 4, to: 4 }],
      },
    ])
    settleAll(ada, 'accept')
    expect(lines(ada)).toEqual(['paragraph: Six old pipes burst.'])
  })

  it('[SUG5] typing over words is one proposal that replaces them, and the caret goes on behind it', () => {
    const [ada] = pair(['Six pipes burst.'])
    caret(ada, 1, 4)
    propose(ada, ({ tr }) => tr.insertText('N', 1, 4))
    const { head } = ada.editor.state.selection
    propose(ada, ({ tr }) => tr.insertText('ine', head))
    expect(open(ada)).toMatchObject([{ inserted: 'Nine', deleted: 'Six' }])
    settleAll(ada, 'accept')
    expect(lines(ada)).toEqual(['paragraph: Nine pipes burst.'])
  })

  it('[SUG5] one’s own proposed words are changed, not proposed about', () => {
    const [ada] = pair(['Six pipes.'])
    propose(ada, ({ tr }) => tr.insertText('oldd ', 5))
    propose(ada, ({ tr }) => tr.delete(8, 9))
    expect(open(ada)).toMatchObject([{ inserted: 'old ', deleted: '' }])
    propose(ada, ({ tr }) => tr.delete(5, 9))
    expect(open(ada)).toEqual([])
  })

  it('[SUG5] what is typed in an annotated sentence belongs to it, what is pasted brings no evidence along', () => {
    const [ada] = pair(['Six pipes.'])
    const { schema } = ada.editor.state
    const mark = schema.mark('annotation', { id: 'a' })
    ada.editor.dispatch(ada.editor.state.tr.addMark(1, 10, mark))
    propose(ada, ({ tr }) => tr.insertText('old ', 5))
    propose(ada, ({ tr }) => tr.insert(11, schema.text('Six.', [mark])).setMeta('uiEvent', 'paste'))
    settleAll(ada, 'accept')
    expect(read(ada)[0]).toMatchObject({
      text: 'Six old piSix.pes.',
      anchors: [
        { annotationId: 'a', from: 0, to: 10 },
        { annotationId: 'a', from: 14, to: 17 },
      ],
    })
  })

  it('[SUG5] a paragraph is split and joined when that is accepted', () => {
    const [ada] = pair(['One. Two.', 'Three.'])
    caret(ada, 6)
    propose(ada, (state) => enter(state))
    expect(lines(ada)).toEqual(['paragraph: One. Two.', 'paragraph: Three.'])
    expect(open(ada)).toMatchObject([{ inserted: '\n' }])
    settleAll(ada, 'accept')
    expect(lines(ada)).toEqual(['paragraph: One. ', 'paragraph: Two.', 'paragraph: Three.'])
    const at = doc(ada).child(0).nodeSize
    propose(ada, ({ tr }) => tr.join(at))
    expect(lines(ada)).toHaveLength(3)
    settleAll(ada, 'accept')
    expect(lines(ada)).toEqual(['paragraph: One. Two.', 'paragraph: Three.'])
  })

  it('[SUG5] looks and roles are proposed, and taken back when asked for again', () => {
    const [ada] = pair(['Six pipes.'])
    const bold = () => ada.editor.state.schema.mark('bold')
    propose(ada, ({ tr }) => tr.addMark(1, 4, bold()))
    propose(ada, ({ tr }) => tr.setNodeAttribute(0, 'role', 'subhead'))
    expect(lines(ada)).toEqual(['paragraph: Six pipes.'])
    expect(
      open(ada)
        .flatMap(({ changes }) => changes)
        .sort(),
    ).toEqual(['bold', 'role subhead'])
    propose(ada, ({ tr }) => tr.addMark(1, 4, bold()))
    expect(open(ada).flatMap(({ changes }) => changes)).toEqual(['role subhead'])
    propose(ada, ({ tr }) => tr.addMark(1, 4, bold()))
    settleAll(ada, 'accept')
    expect(lines(ada)).toEqual(['subhead: Six pipes.'])
    expect(read(ada)[0]).toMatchObject({ formats: [{ kind: 'bold', from: 0, to: 3 }] })
  })

  it('[SUG5] whatever it is, readers have the text as it was; rejected, nothing is left of it', () => {
    let proposed = 0
    for (let seed = 1; seed <= 400; seed++) {
      const [ada, ben] = pair(['One two three. Four five.', 'Six.', '', 'Seven eight nine ten.'])
      const chance = dice(seed)
      const letters = alphabet()
      const before = official(ada)
      for (let n = 0; n < 6; n++) {
        const tr = randomEdit(ada.editor.state, chance, letters)
        if (!tr?.docChanged || tr.steps.some((step) => 'attr' in step && step.attr !== 'role'))
          continue
        try {
          ada.editor.dispatch(asProposal(ada.editor.state, tr, ada.binding.proposer))
        } catch (error) {
          if (!(error instanceof NotProposable)) throw error
          continue
        }
        proposed++
        expect({ seed, text: official(ada) }).toEqual({ seed, text: before })
      }
      ben.ydoc.transact(() => undefined)
      settleAll(ada, 'reject')
      expect({ seed, open: open(ada), text: official(ada) }).toEqual({
        seed,
        open: [],
        text: before,
      })
    }
    expect(proposed).toBeGreaterThan(1_000)
  })

  it('[SUG5] accepted, the text is as if it had been written at once', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const [ada, ben] = pair(['One two three. Four five.', 'Six.', 'Seven eight nine ten.'])
      const plain = randomEdit(ben.editor.state, dice(seed), alphabet())
      const tr = randomEdit(ada.editor.state, dice(seed), alphabet())
      // The first paragraph stays, empty, where it would be taken away whole.
      if (!plain?.docChanged || !tr || !plain.doc.textContent) continue
      try {
        ada.editor.dispatch(asProposal(ada.editor.state, tr, ada.binding.proposer))
      } catch (error) {
        if (!(error instanceof NotProposable)) throw error
        continue
      }
      ben.editor.dispatch(plain)
      settleAll(ada, 'accept')
      const words = (replica: FlatReplica) =>
        lines(replica)
          .map((line) => line.replace(/^\w+: /, ''))
          .filter((line, k) => line || k)
      expect({ seed, lines: words(ada) }).toEqual({ seed, lines: words(ben) })
    }
  })
})
