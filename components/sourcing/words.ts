import type {
  Confidence,
  Kind,
  Locator,
  LocatorLabel,
  Relation,
} from '#lib/domain/sourcing/annotation.ts'

/** The words of the lists that people choose from. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  fact: 'Fact',
  number: 'Number',
  quote: 'Quote',
  attributed: 'Attributed claim',
  allegation: 'Allegation',
  observation: 'Our observation',
  opinion: 'Opinion',
  background: 'Background',
  exempt: 'Nothing to check',
}

export const CONFIDENCE_MEANING: Readonly<Record<Confidence, string>> = {
  confirmed: 'Documents, or at least two independent sources',
  likely: 'One reliable named source or document',
  unconfirmed: 'Reported, not verified by us',
  disputed: 'Credible sources disagree',
}

export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  supports: 'supports',
  contradicts: 'contradicts',
  context: 'gives context',
}

export const LOCATOR_WORDS: Readonly<Record<LocatorLabel, string>> = {
  page: 'Page',
  paragraph: 'Paragraph',
  timestamp: 'Time',
  cell: 'Cell',
  section: 'Section',
}

const LOCATOR_SIGNS: Readonly<Record<LocatorLabel, string>> = {
  page: 'p. ',
  paragraph: '¶ ',
  timestamp: '',
  cell: 'cell ',
  section: '§ ',
}

export function locatorWords({ label, value }: Locator): string {
  return `${LOCATOR_SIGNS[label]}${value}`
}

/** Reasons why a sentence has nothing to check. */
export const EXEMPT_REASONS = [
  'Transition',
  'Question',
  'Common knowledge',
  'Not part of the story',
] as const
