import { useRef, useState } from 'react'
import type { Subject } from '#lib/domain/review/parts.ts'
import type { SourcingInput } from './sourcing-input.ts'

interface Step {
  readonly index: number
  /** What undoing it is called: `Removed`. */
  readonly undone: string
}

/** As many steps as anybody takes back one by one. */
const KEPT = 200

const WHY_NOT = {
  nothing: 'Nothing to take back.',
  typed: 'What you did last is in the text. Take that back there, with Ctrl Z.',
} as const

/** What was done sentence by sentence, so that taking a step back leads back to its sentence. */
export function useSteps(input: Pick<SourcingInput, 'select' | 'onUndo' | 'announce' | 'catchUp'>) {
  const steps = useRef<readonly Step[]>([])
  const latest = useRef(input)
  latest.current = input
  const [last, setLast] = useState<number | null>(null)
  return {
    /** Index of the sentence that was changed last; null: nothing was. */
    last,
    note: (status: Subject | undefined, undone = 'Taken back') => {
      if (!status) return
      const { index } = status.sentence
      steps.current = [...steps.current, { index, undone }].slice(-KEPT)
      setLast(index)
    },
    undo: () => {
      input.catchUp()
      const { onUndo, select, announce } = latest.current
      const step = steps.current.at(-1)
      const undone = onUndo()
      if (undone !== 'done') return announce(WHY_NOT[undone])
      steps.current = steps.current.slice(0, -1)
      setLast(steps.current.at(-1)?.index ?? null)
      if (!step) return announce('Taken back.')
      select(step.index)
      announce(`${step.undone}. Back to sentence ${step.index + 1}.`)
    },
  }
}
