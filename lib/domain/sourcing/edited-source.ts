import { CSL_WORDS, wordsOfCsl } from './csl-words.ts'
import { type Interview, MOST_INTERVIEWS, type Source } from './source.ts'

export const INTERVIEW_PARTS = ['Medium', 'Date', 'Present', 'Recording', 'Timecodes'] as const
export type InterviewPart = (typeof INTERVIEW_PARTS)[number]
export type InterviewField = `interview${number}${InterviewPart}`

/** The fields of all interviews that a source may have, one after the other. */
export const INTERVIEW_FIELDS: readonly InterviewField[] = Array.from(
  { length: MOST_INTERVIEWS },
  (_, at) => INTERVIEW_PARTS.map((part) => `interview${at}${part}` as const),
).flat()

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
  ...INTERVIEW_FIELDS,
] as const
export type EditedField = (typeof EDITED_FIELDS)[number]

/** A source as the fields of its form hold it. */
export type EditedSource = Readonly<Record<EditedField, string>>

export function editedSource(source: Source): EditedSource {
  const { kind, reliability, title, publicName, description, terms, wording } = source
  return {
    ...{ kind, reliability, title, publicName, description, terms, wording },
    url: source.url ?? '',
    ...wordsOfCsl(source.csl),
    reliabilityReason: source.reliabilityReason ?? '',
    primacy: source.primacy ?? '',
    origin: source.origin ?? '',
    ...Object.fromEntries(
      INTERVIEW_FIELDS.map((field) => [field, interviewWord(source.interviews, field)]),
    ),
  }
}

/** Which interview a field is of, and what of it; null: it is of none. */
export function partOfInterview(
  field: string,
): { readonly at: number; readonly part: InterviewPart } | null {
  const [, at, part] = /^interview(\d+)([A-Z]\w+)$/.exec(field) ?? []
  const known = INTERVIEW_PARTS.find((each) => each === part)
  return known ? { at: Number(at), part: known } : null
}

const KEYS: Readonly<Record<InterviewPart, keyof Interview>> = {
  ...{ Medium: 'medium', Date: 'date', Present: 'present' },
  ...{ Recording: 'recording', Timecodes: 'timecodes' },
}

function interviewWord(interviews: Source['interviews'], field: InterviewField): string {
  const found = partOfInterview(field)
  return (found && interviews?.[found.at]?.[KEYS[found.part]]) ?? ''
}

/** The interviews that the fields of a form say, and what else they say. One without a medium was not held. */
export function interviewsOfForm(form: Readonly<Record<string, unknown>>): {
  readonly interviews: readonly Readonly<Record<string, unknown>>[]
  readonly others: Readonly<Record<string, unknown>>
} {
  const all = Array.from({ length: MOST_INTERVIEWS }, (_, at) =>
    Object.fromEntries(
      INTERVIEW_PARTS.map((part) => [KEYS[part], form[`interview${at}${part}`] ?? '']),
    ),
  )
  return {
    interviews: all.filter(({ medium }) => medium),
    others: Object.fromEntries(Object.entries(form).filter(([name]) => !partOfInterview(name))),
  }
}
