import type { IconName } from '#components/ui/icon.tsx'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { sourceTerms } from '#lib/messages/en/source-terms.ts'

/** English, until those who use them take the words of `sourceTerms`. */
export const { terms: TERMS_WORDS } = sourceTerms

export const KIND_ICONS: Readonly<Record<SourceKind, IconName>> = {
  person: 'person',
  document: 'document',
  dataset: 'dataset',
  webPage: 'web',
  outlet: 'outlet',
  organisation: 'org',
  recording: 'recording',
  observation: 'observation',
  calculation: 'calculation',
}
