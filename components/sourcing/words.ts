import type { Words } from '#components/ui/words.ts'
import type { Kind, Locator, LocatorLabel, Relation } from '#lib/domain/sourcing/annotation.ts'
import { evidence } from '#lib/messages/en/evidence.ts'

/** In English, for what has no words of other languages yet. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = evidence.kind
export const RELATION_WORDS: Readonly<Record<Relation, string>> = evidence.relation

const LOCATOR_SIGNS: Readonly<Record<LocatorLabel, string>> = {
  page: 'p. ',
  paragraph: '¶ ',
  timestamp: '',
  cell: 'cell ',
  section: '§ ',
}

/** As one types it, whatever the language: `readPlace` reads it. */
export function locatorWords({ label, value }: Locator): string {
  return `${LOCATOR_SIGNS[label]}${value}`
}

/** Where it stands in its source, in a few letters. */
export function shownPlace(t: Words<'evidence'>, { label, value }: Locator): string {
  return t(`place.${label}`, { value })
}
