import type { ShownChange } from '#components/ui/changed-meanwhile.tsx'
import type { ChangeMeanwhile } from '#lib/domain/shared/changes-meanwhile.ts'
import {
  type EditedField,
  type InterviewField,
  type InterviewPart,
  partOfInterview,
} from '#lib/domain/sourcing/edited-source.ts'
import { KIND_WORDS, MEDIUM_WORDS, PRIMACY_WORDS, RELIABILITY_WORDS, TERMS_WORDS } from './words.ts'

/** As the form calls them. */
const LABELS: Readonly<Record<Exclude<EditedField, InterviewField>, string>> = {
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
}

const CHOICES: Partial<Record<EditedField, Readonly<Record<string, string>>>> = {
  kind: KIND_WORDS,
  reliability: RELIABILITY_WORDS,
  terms: TERMS_WORDS,
  primacy: PRIMACY_WORDS,
}

/** The parts of an interview, as the form calls them. */
export const PART_LABELS: Readonly<Record<InterviewPart, string>> = {
  Medium: 'How it was held',
  Date: 'Day',
  Present: 'Who was there',
  Recording: 'Recording',
  Timecodes: 'Timecodes',
}

function labelOf(field: EditedField): string {
  const found = partOfInterview(field)
  if (found) return `Interview ${found.at + 1}, ${PART_LABELS[found.part].toLowerCase()}`
  return LABELS[field as keyof typeof LABELS]
}

/** A change that somebody else made, as the form calls it. */
export function fieldInWords(change: ChangeMeanwhile<EditedField>): ShownChange {
  const { field, seen, now, typed } = change
  const choices = partOfInterview(field)?.part === 'Medium' ? MEDIUM_WORDS : CHOICES[field]
  const words = (value: string) => (choices as Readonly<Record<string, string>>)?.[value] ?? value
  return { label: labelOf(field), seen: words(seen), now: words(now), isTyped: typed !== null }
}
