import type { ShownChange } from '#components/ui/changed-meanwhile.tsx'
import type { Words } from '#components/ui/words.ts'
import type { ChangeMeanwhile } from '#lib/domain/shared/changes-meanwhile.ts'
import {
  type EditedField,
  type InterviewField,
  partOfInterview,
} from '#lib/domain/sourcing/edited-source.ts'
import type { Messages } from '#lib/messages/messages.ts'

type SourceTerms = Messages['sourceTerms']
type Choices = 'kind' | 'reliability' | 'terms' | 'primacy' | 'medium'
type ChoiceKey = { [C in Choices]: `${C}.${keyof SourceTerms[C] & string}` }[Choices]

const isInterview = (field: EditedField): field is InterviewField => partOfInterview(field) !== null

/** As the form calls it. */
function labelOf(t: Words<'sourceForm'>, field: EditedField): string {
  const found = partOfInterview(field)
  if (found) return t(`partOfInterview.${found.part}`, { number: found.at + 1 })
  return isInterview(field) ? field : t(`field.${field}`)
}

/** A change that somebody else made, as the form calls it. */
export function fieldInWords(
  t: Words<'sourceForm'>,
  terms: Words<'sourceTerms'>,
  { field, seen, now, typed }: ChangeMeanwhile<EditedField>,
): ShownChange {
  const choices = partOfInterview(field)?.part === 'Medium' ? 'medium' : field
  const words = (value: string) => {
    const key = `${choices}.${value}` as ChoiceKey
    return value && terms.has(key) ? terms(key) : value
  }
  return { label: labelOf(t, field), seen: words(seen), now: words(now), isTyped: typed !== null }
}
