import { isProposed, isSet, type ProposalKind, proposalOf } from '#lib/domain/text/flat-text.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { type FlatBlock, flatBlocks } from '#lib/domain/text/read-flat.ts'
import { asProposal, NotProposable } from '#lib/editor/propose.ts'
import type { Proposer } from '#lib/editor/proposer.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import type { Replica } from './cohort.ts'
import type { EditorReplica } from './editor-replica.ts'

/** A replica whose person sometimes proposes instead of writing, and settles what anybody proposes. */
export function proposing<R extends Replica>(replica: R, proposer: Proposer): R {
  const { ydoc, editor } = replica
  const flat = () => flatBlocks(deltaOf(ydoc.getText('text')))
  const { gesture, whole } = replica as R & Partial<EditorReplica>
  if (gesture && whole) {
    replica.gesture = (dice, letters) => {
      whole.storage.suggesting.isOn = dice.chance(0.5)
      gesture(dice, letters)
      whole.storage.suggesting.isOn = false
    }
  }
  return Object.assign(replica, {
    carryOut: ((tr, dice) => {
      const isOn = dice.chance(0.5)
      if (whole) {
        whole.storage.suggesting.isOn = isOn
        editor.dispatch(tr)
        whole.storage.suggesting.isOn = false
        return
      }
      try {
        editor.dispatch(isOn ? asProposal(editor.state, tr, proposer) : tr)
      } catch (error) {
        if (!(error instanceof NotProposable)) throw error
      }
    }) satisfies Replica['carryOut'],
    settle: ((dice) => {
      const now = flat()
      const open = proposalsOf(now.map((block) => readBlock(block, {})))
      if (!open.length) return
      const { id, personId: by } = dice.pick(open)
      const whole = dice.chance(0.3)
      const isChosen = (each: string) => each === id || (whole && each.startsWith(`${by}.`))
      const others = wordsOfOthers(now, isChosen)
      settleProposals(ydoc, now, isChosen, dice.chance(0.5) ? 'accept' : 'reject', 'settled')
      const left = wordsOfOthers(flat(), isChosen)
      for (const char of others) if (!left.has(char)) throw new Error(`Settled along: ${char}`)
    }) satisfies Replica['settle'],
  })
}

/** The characters that others propose, but for those that a chosen deletion of nothing else is about. */
function wordsOfOthers(
  blocks: readonly FlatBlock[],
  isChosen: (id: string) => boolean,
): ReadonlySet<string> {
  const runs = blocks.flatMap((block) => block.runs)
  const isHeld = (key: string) =>
    runs.some(({ attributes }) => isSet(attributes[key]) && !isProposed(attributes))
  const found = runs.filter(({ attributes }) => {
    const open = Object.keys(attributes).filter((key) => isSet(attributes[key]))
    const of = (kind: ProposalKind) => open.filter((key) => proposalOf(key)?.kind === kind)
    const byChosen = (key: string) => isChosen(proposalOf(key)?.id ?? '')
    return (
      isProposed(attributes) &&
      !of('insertion').some(byChosen) &&
      of('deletion').filter(byChosen).every(isHeld)
    )
  })
  return new Set(found.flatMap(({ insert }) => (typeof insert === 'string' ? [...insert] : [])))
}
