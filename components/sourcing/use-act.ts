import { useRef } from 'react'
import type { Subject } from '#lib/domain/review/parts.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Desk } from './evidence-commands.ts'
import type { SourcingInput } from './sourcing-input.ts'

interface Ways {
  readonly touch: Desk['touch']
  /** Keeps the step for taking it back. */
  readonly note: (status: Subject | undefined, undone?: string) => void
}

/** The way to run commands on the sentence as it is now: keys may come faster than the page draws. */
export function useAct(
  input: SourcingInput,
  status: Subject | undefined,
  shelf: readonly Source[],
  { touch, note }: Ways,
) {
  const latest = useRef({ input, status, shelf })
  latest.current = { input, status, shelf }
  /** `undone`: what taking it back is called. */
  const act = (run: (desk: Desk) => void, undone?: string) => {
    input.catchUp()
    const now = latest.current
    const desk = deskOf(now, touch, () => note(now.status, undone))
    if (desk) run(desk)
  }
  return { act, latest }
}

interface Now {
  readonly input: SourcingInput
  readonly status: Subject | undefined
  readonly shelf: readonly Source[]
}

/** `onChange` is called before the first change, if the command makes one. */
function deskOf(
  { input, status, shelf }: Now,
  touch: Desk['touch'],
  onChange: () => void,
): Desk | null {
  const { annotate, model, select, announce, sourceAt } = input
  if (!annotate || !status || model.view.readOnly) return null
  let isNoted = false
  return {
    get annotate() {
      if (!isNoted) onChange()
      isNoted = true
      return annotate
    },
    ...{ statuses: model.statuses, status, shelf, findSource: model.findSource },
    ...{ select, announce, touch, sourceAt },
  }
}
