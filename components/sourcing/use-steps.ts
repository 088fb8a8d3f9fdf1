import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { Subject } from '#lib/domain/review/parts.ts'
import type { SourcingInput } from './sourcing-input.ts'

/** What undoing a step does: `Removed.` or `Taken back.` */
export type StepKind = 'removed' | 'takenBack'

interface Step {
  readonly index: number
  readonly undone: StepKind
}

/** As many steps as anybody takes back one by one. */
const KEPT = 200

/** What was done sentence by sentence, so that taking a step back leads back to its sentence. */
export function useSteps(input: Pick<SourcingInput, 'select' | 'onUndo' | 'announce' | 'catchUp'>) {
  const t = useTranslations('sourcing')
  const steps = useRef<readonly Step[]>([])
  const latest = useRef(input)
  latest.current = input
  const [last, setLast] = useState<number | null>(null)
  return {
    /** Index of the sentence that was changed last; null: nothing was. */
    last,
    note: (status: Subject | undefined, undone: StepKind = 'takenBack') => {
      if (!status) return
      const { index } = status.sentence
      steps.current = [...steps.current, { index, undone }].slice(-KEPT)
      setLast(index)
    },
    undo: () => {
      input.catchUp()
      const { onUndo, select, announce, catchUp } = latest.current
      const step = steps.current.at(-1)
      const undone = onUndo()
      if (undone !== 'done') return announce(t(`back.${undone}`))
      steps.current = steps.current.slice(0, -1)
      setLast(steps.current.at(-1)?.index ?? null)
      if (step) select(step.index)
      catchUp()
      if (!step) return announce(t('back.done'))
      announce(t(`back.${step.undone}`, { number: step.index + 1 }))
    },
  }
}
