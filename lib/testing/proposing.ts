import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { readBlock } from '#lib/domain/text/read-block.ts'
import { flatBlocks } from '#lib/domain/text/read-flat.ts'
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
      settleProposals(ydoc, now, isChosen, dice.chance(0.5) ? 'accept' : 'reject', 'settled')
    }) satisfies Replica['settle'],
  })
}
