import { CSL_WORDS, wordsOfCsl } from './csl-words.ts'
import type { Source } from './source.ts'

/** What the form of a source asks for. */
export const EDITED_FIELDS = [
  'kind',
  'reliability',
  'title',
  'publicName',
  'description',
  'url',
  ...CSL_WORDS,
  'terms',
  'wording',
  'reliabilityReason',
  'primacy',
  'origin',
  'interviewMedium',
  'interviewDate',
  'interviewPresent',
  'interviewRecording',
] as const
export type EditedField = (typeof EDITED_FIELDS)[number]

/** A source as the fields of its form hold it. */
export type EditedSource = Readonly<Record<EditedField, string>>

export function editedSource(source: Source): EditedSource {
  const { kind, reliability, title, publicName, description, terms, wording, interview } = source
  return {
    ...{ kind, reliability, title, publicName, description, terms, wording },
    url: source.url ?? '',
    ...wordsOfCsl(source.csl),
    reliabilityReason: source.reliabilityReason ?? '',
    primacy: source.primacy ?? '',
    origin: source.origin ?? '',
    interviewMedium: interview?.medium ?? '',
    interviewDate: interview?.date ?? '',
    interviewPresent: interview?.present ?? '',
    interviewRecording: interview?.recording ?? '',
  }
}
