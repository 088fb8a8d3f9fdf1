import type { ShownChange } from '#components/ui/changed-meanwhile.tsx'
import type { ChangeMeanwhile } from '#lib/domain/shared/changes-meanwhile.ts'
import type { EditedField } from '#lib/domain/sourcing/edited-source.ts'
import { KIND_WORDS, MEDIUM_WORDS, PRIMACY_WORDS, RELIABILITY_WORDS, TERMS_WORDS } from './words.ts'

/** As the form calls them. */
const LABELS: Readonly<Record<EditedField, string>> = {
  kind: 'Kind',
  reliability: 'Reliability',
  title: 'Name',
  publicName: 'Public name',
  description: 'Description',
  url: 'Address',
  cslAuthors: 'Authors',
  cslIssued: 'Published on',
  cslContainer: 'Published in',
  cslPublisher: 'Publisher',
  cslDoi: 'DOI',
  cslIsbn: 'ISBN',
  terms: 'Terms',
  wording: 'Agreed wording',
  reliabilityReason: 'Why this reliability',
  primacy: 'Primary or secondary',
  origin: 'Repeats',
  interviewMedium: 'Interview',
  interviewDate: 'Day of the interview',
  interviewPresent: 'Who was there',
  interviewRecording: 'Recording',
}

const CHOICES: Partial<Record<EditedField, Readonly<Record<string, string>>>> = {
  kind: KIND_WORDS,
  reliability: RELIABILITY_WORDS,
  terms: TERMS_WORDS,
  primacy: PRIMACY_WORDS,
  interviewMedium: MEDIUM_WORDS,
}

/** A change that somebody else made, as the form calls it. */
export function fieldInWords(change: ChangeMeanwhile<EditedField>): ShownChange {
  const { field, seen, now, typed } = change
  const words = (value: string) => CHOICES[field]?.[value] ?? value
  return { label: LABELS[field], seen: words(seen), now: words(now), isTyped: typed !== null }
}
