import type { z } from 'zod'
import type { newSourceInput } from '#lib/usecases/sources.ts'

/** An article of the demo as it is written down: its words, its sources, and what is known of each sentence. */
export interface DemoArticle {
  readonly headline: string
  /** A paragraph a line. */
  readonly text: string
  readonly sources: Readonly<Record<string, z.input<typeof newSourceInput>>>
  readonly evidence: readonly DemoEvidence[]
}

/** What is said of the sentence that begins with `of`. Kinds, relations and the like are checked where they are set. */
export interface DemoEvidence {
  readonly of: string
  readonly kind: string
  readonly confidence?: string
  readonly cites?: readonly DemoCitation[]
  readonly note?: string
  readonly publicNote?: string
}

/** One use of a source, which goes by its key in `sources`. */
export interface DemoCitation {
  readonly source: string
  readonly relation?: string
  readonly locator?: { readonly label: string; readonly value: string }
  readonly quote?: string
  readonly credibility?: number
}

type More<T> = Partial<Omit<T, 'of' | 'kind' | 'source' | 'cites'>>

/** What is known of the sentence that begins so, and by what; confirmed, unless it says otherwise. */
export const known = (
  kind: string,
  of: string,
  cites: readonly DemoCitation[],
  more: More<DemoEvidence> = {},
): DemoEvidence => ({ of, kind, confidence: 'confirmed', cites, ...more })

/** A source by its key: as a whole. */
export const whole = (source: string, more: More<DemoCitation> = {}): DemoCitation => ({
  source,
  ...more,
})

/** A place in it. */
export const at = (
  source: string,
  label: string,
  value: string,
  more: More<DemoCitation> = {},
): DemoCitation => ({ source, locator: { label, value }, ...more })

/** Words of it. */
export const says = (
  source: string,
  quote: string,
  more: More<DemoCitation> = {},
): DemoCitation => ({ source, quote, ...more })
