import type { Locator, Relation } from '#lib/domain/sourcing/annotation.ts'
import type { ImportReport } from './draft.ts'

/** What came in with a document, and what became of it: for the person who brought it, and for other systems. */
export interface CameIn extends ImportReport {
  /** Sentences that have evidence or a note now. */
  readonly sentences: number
  /** Notes that no sentence has: they wait in the tray. */
  readonly withoutPlace: number
  readonly sourcesMade: number
  readonly sourcesKnown: number
  readonly pictures: {
    readonly taken: number
    /** Those that are not: their place and description came in. */
    readonly refused: readonly { readonly alt: string; readonly reason: string }[]
  }
  readonly annotations: readonly {
    readonly annotationId: string
    /** Null: it waits in the tray. */
    readonly sentence: number | null
    readonly citations: readonly {
      readonly sourceId: string
      readonly relation: Relation
      readonly locator: Locator | null
      readonly quote: string
    }[]
  }[]
}
