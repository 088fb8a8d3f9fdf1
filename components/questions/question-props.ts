import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { Query } from '#lib/domain/review/decisions.ts'

/** What every part of a question is given. */
export interface QuestionProps {
  /** Of the sentence as it stands; null when it is gone. */
  readonly fingerprint: string | null
  readonly model: ArticleModel
  readonly actions: Pick<ArticleActions, 'answerQuery' | 'closeQuery' | 'announce'>
}

export interface OneQuestionProps extends QuestionProps {
  readonly query: Query
}
