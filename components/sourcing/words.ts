import type { Words } from '#components/ui/words.ts'
import type { Locator, LocatorLabel } from '#lib/domain/sourcing/annotation.ts'

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

/** How far one piece of information can be believed. */
export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const

export function credibilityWords(t: Words<'evidence'>, credibility: number): string {
  const known = CREDIBILITIES.find((each) => each === String(credibility))
  return known ? t(`credibility.${known}`) : String(credibility)
}

/** Where it stands in its source, in a few letters. */
export function shownPlace(t: Words<'evidence'>, { label, value }: Locator): string {
  return t(`place.${label}`, { value })
}
