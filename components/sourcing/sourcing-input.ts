import type { ArticleModel } from '#components/workspace/model.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { Undone } from '#lib/editor/binding.ts'

export interface SourcingInput {
  readonly model: ArticleModel
  readonly annotate: Annotator | null
  readonly createSource: (source: NewSource) => Promise<Answer<Source>>
  /** A source made of an address, or the one that the registry has; the registry hears of it in the background. */
  readonly sourceAt: (href: string) => Source
  readonly select: (index: number) => void
  /** To the next sentence that asks for work. */
  readonly onNextProblem: () => void
  /** Takes the last step back, unless something was typed after it. */
  readonly onUndo: () => Undone
  readonly announce: (words: string) => void
  /** Shows what the command before this one has changed. */
  readonly catchUp: () => void
  /** Source mode: what is attached by hand leads on to the next sentence. */
  readonly goesOn: boolean
}
