import { groupOverrides } from '#lib/domain/publication/override-groups.ts'
import { SPITE_WORDS } from '#lib/domain/publication/overrides.ts'
import type {
  Change,
  Correction,
  Version,
  VersionCapture,
  VersionOverride,
} from '#lib/domain/publication/version.ts'
import type { Confidence, Locator, LocatorLabel } from '#lib/domain/sourcing/annotation.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'

/** What readers are told about a sentence: four words, never a letter or a digit of the newsroom's own scale. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  confirmed: 'Confirmed',
  likely: 'Likely',
  unconfirmed: 'Unconfirmed',
  disputed: 'Disputed',
}

export const DEFINITIONS: Readonly<Record<Confidence, string>> = {
  confirmed: 'Documents or at least two independent sources.',
  likely: 'One reliable named source or document.',
  unconfirmed: 'Reported, not verified by us.',
  disputed: 'Credible sources disagree.',
}

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  first: 'First published',
  update: 'Update',
  clarification: 'Clarification',
  correction: 'Correction',
  retraction: 'Retraction',
}

/** Singular and plural. */
export const SOURCE_KIND_WORDS: Readonly<Record<SourceKind, readonly [string, string]>> = {
  person: ['person', 'people'],
  document: ['document', 'documents'],
  dataset: ['data set', 'data sets'],
  webPage: ['web page', 'web pages'],
  outlet: ['news outlet', 'news outlets'],
  organisation: ['organisation', 'organisations'],
  recording: ['recording', 'recordings'],
  observation: ['observation of our own', 'observations of our own'],
  calculation: ['calculation of our own', 'calculations of our own'],
}

const LOCATOR_WORDS: Readonly<Record<LocatorLabel, string>> = {
  page: 'page',
  paragraph: 'paragraph',
  timestamp: 'at',
  cell: 'cell',
  section: 'section',
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export function locatorWords({ label, value }: Locator): string {
  return `${LOCATOR_WORDS[label]} ${value}`
}

/** Before a byline that does not say it itself. */
export function byWord(byline: string): string {
  return /^by\s/i.test(byline) ? '' : 'By '
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `3 May 2026`. In UTC and by hand: the engine's own wording and the machine's zone may change, the page may not. */
export function dayWords(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** When a copy of a source was made. */
export function copyWords({ at }: VersionCapture): string {
  return `Copy kept on ${dayWords(at)}`
}

/** `3 May 2026, 18:40 UTC`. */
export function momentWords(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) return iso
  return `${dayWords(iso)}, ${date.toISOString().slice(11, 16)} UTC`
}

/** What readers are told of a change: of a correction what was wrong and what is right, then the note. */
export function changeText({ note, correction }: Pick<Version, 'note' | 'correction'>): string {
  if (!correction) return note
  return [...correctionLines(correction).map((line) => line.join(' ')), note.trim()]
    .filter(Boolean)
    .join(' ')
}

/** Each with what it is, and an end. */
export function correctionLines({ wrong, right }: Pick<Correction, 'wrong' | 'right'>) {
  return [
    ['What was wrong:', ended(wrong)],
    ['What is right:', ended(right)],
  ] as const
}

function ended(words: string): string {
  return /[.!?…。！？]["'”’»)\]]*$/u.test(words) ? words : `${words}.`
}

/** What a version was published in spite of, in sentences. */
export function overrideLines(overrides: readonly VersionOverride[] = []): readonly string[] {
  return groupOverrides(overrides).map(({ places, what, reason }) => {
    const one = places[0] ? 'One sentence' : 'The article'
    const place = places.length > 1 ? `Each of ${places.length} sentences` : one
    return `${place} was published ${SPITE_WORDS[what]}: ${reason}`
  })
}
