import type { LinkHealth } from './link-state.ts'

/** A record in the newsroom's registry of sources. */

export const SOURCE_KINDS = [
  'person',
  'document',
  'dataset',
  'webPage',
  'outlet',
  'organisation',
  'recording',
  'observation',
  'calculation',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export const TERMS = ['onRecord', 'background', 'deepBackground', 'offRecord'] as const
export type Terms = (typeof TERMS)[number]

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]

export interface Source {
  readonly id: string
  readonly kind: SourceKind
  /** The newsroom's own name for it, internal. */
  readonly title: string
  /** What readers are told. */
  readonly publicName: string
  /** Line under the name for readers: author, publisher, date. May be empty. */
  readonly description: string
  readonly terms: Terms
  /** The agreed wording of the attribution; empty: the public name. */
  readonly wording: string
  readonly url: string | null
  readonly reliability: Reliability
  /** Counts up whenever something that readers see changes; part of every fingerprint that cites it. */
  readonly publicRevision: number
  /** When the newsroom withdrew it, ISO 8601; null while in use. */
  readonly retiredAt: string | null
  /** Absent: nobody has looked at its address yet, or it has none. */
  readonly link?: LinkHealth
  /** What tells it from others that have its address or name. */
  readonly edition?: string
  /** Why it was withdrawn. */
  readonly retiredReason?: string
  /** This id is an alias: all that is said here is of the source that it was merged into. */
  readonly mergedInto?: string
}

/** The id of the one record behind an id: of an alias that which it was merged into. */
export function recordOf({ id, mergedInto }: Pick<Source, 'id' | 'mergedInto'>): string {
  return mergedInto ?? id
}
