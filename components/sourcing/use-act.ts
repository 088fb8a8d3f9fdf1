import { useRef } from 'react'
import type { Subject } from '#lib/domain/review/parts.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Desk } from './evidence-commands.ts'
import type { SourcingInput } from './sourcing-input.ts'
import type { SourcingWords } from './use-sourcing-words.ts'
import type { StepKind } from './use-steps.ts'

interface Ways {
  readonly words: SourcingWords
  readonly touch: Desk['touch']
  /** Keeps the step for taking it back. */
  readonly note: (status: Subject | undefined, undone?: StepKind) => void
}

/** The way to run commands on the sentence as it is now: keys may come faster than the page draws. */
export function useAct(
  input: SourcingInput,
  status: Subject | undefined,
  shelf: readonly Source[],
  { words, touch, note }: Ways,
) {
  const latest = useRef({ input, status, shelf })
  latest.current = { input, status, shelf }
  /** `undone`: what taking it back is called. */
  const act = (run: (desk: Desk) => void, undone?: StepKind) => {
    input.catchUp()
    const now = latest.current
    const desk = deskOf(now, { words, touch }, () => note(now.status, undone))
    if (!desk) return
    run(desk)
    // What a key did is drawn with it: a frame later it would be drawn twice, where one is and what was done.
    input.catchUp()
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
  { words, touch }: Pick<Ways, 'words' | 'touch'>,
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
    ...{ select, announce, words, touch, sourceAt },
  }
}
