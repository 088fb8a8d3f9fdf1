import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import type { Upload } from '#lib/collab/browser/picture-uploads.ts'
import type { PlacedFigure } from '#lib/domain/publication/gate-figures.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { FigureChange } from '#lib/editor/figures.ts'

/** What can be done with the figure that is selected. */
export interface FigureDesk {
  readonly figure: PlacedFigure
  /** Which of how many, from 1. */
  readonly number: number
  readonly count: number
  readonly upload: Upload | undefined
  readonly editable: boolean
  readonly findSource: FindSource
  readonly sources: readonly Source[]
  /** Its description is to be written next. */
  readonly isWished: boolean
  readonly onWished: () => void
  readonly change: (change: FigureChange) => void
  readonly createSource: (source: NewSource) => Promise<Answer<Source>>
  readonly replace: (files: readonly File[]) => Promise<void>
  readonly retry: () => void
  readonly takeOver: () => Promise<void> | undefined
  readonly remove: () => void
}
