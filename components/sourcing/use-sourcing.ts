import { useMemo, useRef } from 'react'
import { followSentence } from '#components/review/follow.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import { type Stretch, type Subject, subjectOf, WHOLE } from '#lib/domain/review/parts.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { attach, type Desk, removeLast, replace, startPart } from './evidence-commands.ts'
import { shelfOf } from './shelf-of.ts'
import { useOpenForms } from './use-open-forms.ts'
import { useSentenceKey } from './use-sentence-key.ts'
import { useSubject } from './use-subject.ts'

export interface SourcingInput {
  readonly model: ArticleModel
  readonly annotate: Annotator | null
  readonly createSource: (source: NewSource) => Promise<Answer<Source>>
  readonly select: (index: number) => void
  /** To the next sentence that asks for work. */
  readonly onNextProblem: () => void
  /** Takes the last step back; false when there is none. */
  readonly onUndo: () => boolean
  readonly announce: (words: string) => void
}

export type Sourcing = ReturnType<typeof useSourcing>

/** Everything that people do with the evidence of one sentence, for the panel and for the list alike. */
export function useSourcing(input: SourcingInput) {
  const { model, annotate, select, announce } = input
  const { statuses, current, findSource } = model
  const whole = current === null ? undefined : statuses[current]
  const sentence = useSentenceKey(whole, statuses)
  const editable = !model.view.readOnly && annotate !== null
  const { status, choose } = useSubject(whole, sentence, findSource)
  const forms = useOpenForms(sentence, editable)
  const lastStep = useRef<number | null>(null)
  const shelf = useMemo(() => shelfOf({ statuses, findSource }), [statuses, findSource])

  const act = (run: (desk: Desk) => void) => {
    if (!editable || !status) return
    lastStep.current = status.sentence.index
    run({ annotate, statuses, status, shelf, findSource, select, announce })
  }
  return {
    ...{ whole, status, sentence, statuses, editable, findSource, shelf, announce, act },
    ...forms,
    sources: model.facts.sources,
    articleId: model.facts.id,
    createSource: input.createSource,
    nextProblem: input.onNextProblem,
    change: useChange(model, annotate),
    choose: (part: string) => {
      forms.closeAll()
      choose(part)
    },
    startPart: (span: Stretch) => act((desk) => choose(startPart(desk, span))),
    pick: (source: Source) => {
      const replaced = forms.picking?.replaces
      act((desk) => (replaced ? replace(desk, replaced, source) : attach(desk, source)))
      forms.openPicked(source.id)
      announce(`${source.title} ${replaced ? 'put in its place' : 'attached'}.`)
    },
    step: (by: 1 | -1) => {
      const to = (current ?? 0) + by
      if (statuses[to]) select(to)
    },
    removeLast: () => act(removeLast),
    undo: () => {
      if (!editable) return
      const done = input.onUndo()
      if (done && lastStep.current !== null) select(lastStep.current)
      lastStep.current = null
      announce(done ? 'Taken back.' : 'Nothing to take back.')
    },
  }
}

type Run = (annotate: Annotator, now: Subject) => void

/**
 * Changes a sentence that a field was opened on, wherever it stands now; not at all when it is gone. A note that is
 * still being written when the text moves must not end on another sentence.
 */
function useChange(model: ArticleModel, annotate: Annotator | null) {
  const latest = useRef(model)
  latest.current = model
  return (started: Subject, run: Run) => {
    const { statuses, view, findSource } = latest.current
    const now = followSentence(started, statuses)
    if (!annotate || !now || view.readOnly) return
    const subject = subjectOf(now, started.part ?? WHOLE, findSource)
    // A part whose words have gone must not change what is left of its sentence.
    if (subject.part === started.part) run(annotate, subject)
  }
}
