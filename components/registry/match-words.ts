import type { Match } from '#lib/domain/sourcing/duplicates.ts'

/** Why two records may be one, behind the name of the other. */
export const MATCH_WORDS: Readonly<Record<Match, string>> = {
  address: 'has the same address',
  doi: 'has the same DOI',
  isbn: 'has the same ISBN',
  file: 'has a captured file that is the same',
  alike: 'has nearly the same name',
}
