import { useRef } from 'react'
import { followSentence } from '#components/review/follow.ts'
import type { ArticleModel } from '#components/workspace/model.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import { type Stretch, type Subject, subjectOf, WHOLE } from '#lib/domain/review/parts.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { attach, attachAndGo, removeLast, replace, startPart } from './evidence-commands.ts'
import { knownAt } from './known-at.ts'
import { restFocus } from './rest-focus.ts'
import type { SourcingInput } from './sourcing-input.ts'
import { useAct } from './use-act.ts'
import { useAsking } from './use-asking.ts'
import { useOpenForms } from './use-open-forms.ts'
import { useSentenceKey } from './use-sentence-key.ts'
import { useShelf } from './use-shelf.ts'
import { type SourcingWords, useSourcingWords } from './use-sourcing-words.ts'
import { useSteps } from './use-steps.ts'
import { useSubject } from './use-subject.ts'

export type Sourcing = ReturnType<typeof useSourcing>

/** Everything that people do with the evidence of one sentence, for the panel and for the list alike. */
export function useSourcing(input: SourcingInput) {
  const { model, annotate, announce } = input
  const { statuses, current, findSource } = model
  const whole = current === null ? undefined : statuses[current]
  const sentence = useSentenceKey(whole, statuses)
  const editable = !model.view.readOnly && annotate !== null
  const { status, choose } = useSubject(whole, sentence, findSource)
  const forms = useOpenForms(sentence, editable)
  const { shelf, touch } = useShelf(model)
  const words = useSourcingWords()
  const steps = useSteps(input)
  const { act, latest } = useAct(input, status, shelf, { words, touch, note: steps.note })

  return {
    ...{ whole, status, sentence, statuses, editable, findSource, shelf },
    ...{ announce, act, words },
    ...forms,
    ...useAsking(sentence, editable),
    goesOn: input.goesOn,
    lastStep: steps.last,
    sources: model.facts.sources,
    knownAt: (href: string) => knownAt(model.facts.sources, href),
    articleId: model.facts.id,
    createSource: input.createSource,
    nextProblem: () => {
      input.catchUp()
      latest.current.input.onNextProblem()
    },
    change: useChange(model, annotate, steps.note),
    choose: (part: string) => {
      forms.closeAll()
      choose(part)
    },
    startPart: (span: Stretch) => act((desk) => choose(startPart(desk, span))),
    pick: (source: Source) => {
      if (whole && forms.picking?.origin === 'list') restFocus('list', whole.sentence.index)
      pick(source, input, forms, { act, words })
    },
    step: (by: 1 | -1) => {
      const { model: now, select } = latest.current.input
      const to = (now.current ?? 0) + by
      if (now.statuses[to]) select(to)
    },
    removeLast: () => act(removeLast),
    undo: () => editable && steps.undo(),
  }
}

/** In the list each step leads on; in the panel one says next what the source says, and where. */
function pick(
  source: Source,
  { goesOn, announce }: SourcingInput,
  forms: ReturnType<typeof useOpenForms>,
  { act, words }: Pick<ReturnType<typeof useAct>, 'act'> & { readonly words: SourcingWords },
) {
  const { replaces: replaced = null, origin = 'panel' } = forms.picking ?? {}
  if (goesOn && origin === 'list' && !replaced) {
    forms.closePicker()
    return act((desk) => attachAndGo(desk, source), 'removed')
  }
  act((desk) => (replaced ? replace(desk, replaced, source) : attach(desk, source)), 'removed')
  forms.openPicked(source.id)
  const { title } = source
  announce(replaced ? words.t('did.putInPlace', { title }) : words.t('did.attached', { title }))
}

type Run = (annotate: Annotator, now: Subject) => void

/**
 * Changes a sentence that a field was opened on, wherever it stands now; not at all when it is gone. A note that is
 * still being written when the text moves must not end on another sentence.
 */
function useChange(
  model: ArticleModel,
  annotate: Annotator | null,
  note: (status: Subject) => void,
) {
  const latest = useRef(model)
  latest.current = model
  return (started: Subject, run: Run) => {
    const { statuses, view, findSource } = latest.current
    const now = followSentence(started, statuses)
    if (!annotate || !now || view.readOnly) return
    const subject = subjectOf(now, started.part ?? WHOLE, findSource)
    // A part whose words have gone must not change what is left of its sentence.
    if (subject.part !== started.part) return
    note(subject)
    run(annotate, subject)
  }
}
