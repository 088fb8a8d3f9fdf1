import type { Locator, LocatorLabel } from './annotation.ts'
import { LOCATOR_LABELS } from './annotation.ts'
import type { SourceKind } from './source.ts'
import { storedLocator } from './timecode.ts'

/** What a line says of a source: where in it, and what stands there. */
export interface ReadPlace {
  readonly locator: Locator | null
  /** The passage, word for word; empty without one. */
  readonly quote: string
  /** It would be a time, and is none: nobody guesses. */
  readonly isNoTime?: true
}

/** What places in a source of a kind are called, the most usual first. */
const USUAL: Readonly<Record<SourceKind, readonly LocatorLabel[]>> = {
  person: ['timestamp', 'paragraph'],
  document: ['page', 'paragraph', 'section'],
  dataset: ['cell', 'section'],
  webPage: ['paragraph', 'section'],
  outlet: ['page', 'paragraph'],
  organisation: ['page', 'section'],
  recording: ['timestamp'],
  observation: ['timestamp'],
  calculation: ['cell'],
}

/** All labels, those first that fit the kind of source. */
export function locatorsFor(kind: SourceKind): readonly LocatorLabel[] {
  return [...new Set([...USUAL[kind], ...LOCATOR_LABELS])]
}

const SIGNS: readonly (readonly [LocatorLabel, RegExp])[] = [
  ['page', /^(?:pages?|pp?)\.?\s*(\d.*|[ivxlcdm]+)$/i],
  ['paragraph', /^(?:¶+|paragraphs?|para?s?)\.?\s*(\d.*)$/i],
  ['section', /^(?:§+|sections?|sect?|chapters?|ch)\.?\s*(\S.*)$/i],
  ['cell', /^cells?\s+(\S.*)$/i],
  ['cell', /^([a-z]{1,3}\d+(?::[a-z]{1,3}\d+)?)$/i],
  ['timestamp', /^(?:at|time)?\s*(\d{1,3}(?::\d{2}){1,2}(?:\s*[-–]\s*\d{1,3}(?::\d{2}){1,2})?)$/i],
]

/** So many words without a sign are a passage, not a place. */
const PASSAGE_WORDS = 4
/** As in the annotation: a longer place is cut. */
const LONGEST = 200

/**
 * Reads what a person types in one line: `p. 14`, `§ 3`, `12:40`, `B7`, `14` alone in what is usual for the kind of source, a
 * passage in quotation marks, or both.
 */
export function readPlace(line: string, kind: SourceKind): ReadPlace {
  const [, before = '', quoted] = /^([^"“”„«»]*)(?:["“”„«»](.*))?$/su.exec(line.trim()) ?? []
  const quote = (quoted ?? '').replace(/["“”„«»]\s*$/u, '').trim()
  const where = before.trim().replace(/[\s,;:]+$/u, '')
  if (!where) return { locator: null, quote }
  for (const [label, sign] of SIGNS) {
    const value = sign.exec(where)?.[1]
    if (value) return placed({ label, value: value.slice(0, LONGEST) }, quote, kind)
  }
  const isPassage = !quote && where.split(/\s+/u).length >= PASSAGE_WORDS
  if (isPassage) return { locator: null, quote: where }
  const [label = 'page'] = locatorsFor(kind)
  return placed({ label, value: where.slice(0, LONGEST) }, quote, kind)
}

function placed(said: Locator, quote: string, kind: SourceKind): ReadPlace {
  const locator = storedLocator(said, kind)
  return { locator, quote, ...(!locator && { isNoTime: true }) }
}
