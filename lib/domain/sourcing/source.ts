import type { CslFields } from './csl-fields.ts'
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

export const PRIMACIES = ['primary', 'secondary'] as const
export type Primacy = (typeof PRIMACIES)[number]

export const MEDIA = ['inPerson', 'phone', 'video', 'e-mail', 'chat', 'other'] as const
export type Medium = (typeof MEDIA)[number]

/** A conversation that somebody was told things in. Internal: no version has any of it. */
export interface Interview {
  /** Day on which it was held, `YYYY-MM-DD`; empty: not known. */
  readonly date: string
  readonly medium: Medium
  /** Who was there, in words. */
  readonly present: string
  /** Where the recording is, in words; empty: there is none. */
  readonly recording: string
  /** What is told when in it: `04:10 the order; 12:40 the price`. */
  readonly timecodes: string
}

/** More conversations than anybody has with one source under one agreement. */
export const MOST_INTERVIEWS = 12

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
  /** It saw, said or made what it tells (`primary`), or passes on what others did. Absent: nobody said. */
  readonly primacy?: Primacy | null
  /** What it repeats, by name: the wire, the release, the study. Sources of one origin are one voice [CON3]. */
  readonly origin?: string
  readonly reliabilityReason?: string
  /** When the reliability was last judged, ISO 8601. */
  readonly reliabilityAt?: string | null
  /** All of them under the terms of the source [SRC15]. */
  readonly interviews?: readonly Interview[]
  /** By whom, where and when it was published, as data. Null: nobody said. */
  readonly csl?: CslFields | null
  /** Who it really is, is kept locked up [CNF1]: all that is said here is an alias. */
  readonly confidential?: boolean
}

/** The id of the one record behind an id: of an alias that which it was merged into. */
export function recordOf({ id, mergedInto }: Pick<Source, 'id' | 'mergedInto'>): string {
  return mergedInto ?? id
}
