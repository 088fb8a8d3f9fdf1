import { FACETS, type Facet } from '#lib/domain/sourcing/facets.ts'
import type { LinkState } from '#lib/domain/sourcing/link-state.ts'
import type { Reliability, SourceKind } from '#lib/domain/sourcing/source.ts'
import { LINK_WORDS } from './capture-words.ts'
import { KIND_WORDS, RELIABILITY_WORDS } from './words.ts'

export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  kind: 'Kind',
  reliability: 'Reliability',
  primacy: 'Primary or secondary',
  link: 'Address',
  used: 'Use',
  confidential: 'Identity',
  retired: 'Standing',
}

type Words = { readonly [facet in Facet]: Readonly<Record<string, string>> }

const WORDS: Words = {
  kind: KIND_WORDS satisfies Readonly<Record<SourceKind, string>>,
  reliability: {
    ...Object.fromEntries(
      Object.entries(RELIABILITY_WORDS).map(([letter, words]) => [letter, `${letter}: ${words}`]),
    ),
    none: 'Not judged yet',
  } satisfies Partial<Record<Reliability | 'none', string>>,
  primacy: { primary: 'Primary', secondary: 'Secondary', none: 'Not said' },
  link: { ...(LINK_WORDS satisfies Readonly<Record<LinkState, string>>), none: 'Not looked at' },
  used: { true: 'Used in articles', false: 'Not used' },
  confidential: { true: 'Confidential', false: 'Open' },
  retired: { false: 'In use', true: 'Withdrawn' },
}

export function choiceWords(facet: Facet, value: string): string {
  return WORDS[facet][value] ?? value
}

/** “Kind: Person, Document”. */
export function chosenWords(facet: Facet, values: readonly string[]): string {
  return `${FACET_TITLES[facet]}: ${values.map((value) => choiceWords(facet, value)).join(', ')}`
}

export const choicesOf = (facet: Facet): readonly string[] => FACETS[facet]

/** The address of the registry with these words and choices. */
export function registryHref(search: string, params: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({ ...(search && { q: search }), ...params })
  return query.size ? `/sources?${query}` : '/sources'
}

export function sourceWords(count: number): string {
  return `${count} ${count === 1 ? 'source' : 'sources'}`
}
