import { strayQuestions } from '#lib/domain/review/decisions.ts'
import type { QuestionProps } from './question-props.ts'
import { Questions } from './questions.tsx'

/** Open questions whose sentence is gone: deleting the words answers nothing, so somebody has to close them. */
export function StrayQuestions({ model, actions }: Pick<QuestionProps, 'model' | 'actions'>) {
  const present = model.statuses.flatMap(({ sentence }) => sentence.annotationIds)
  const stray = model.view.loaded ? strayQuestions(model.facts.queries, present) : []
  return <Questions queries={stray} fingerprint={null} model={model} actions={actions} />
}
