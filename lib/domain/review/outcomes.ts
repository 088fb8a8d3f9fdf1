import { OUTCOMES, type Outcome, type Query } from './decisions.ts'

/** What an outcome means; the four in the middle are ways out of "cannot confirm". */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  confirmed: 'Confirmed',
  confirmedWithChange: 'Confirmed with a change',
  cut: 'Could not be confirmed: cut',
  hedged: 'Could not be confirmed: hedged',
  attributed: 'Could not be confirmed: attributed',
  secondSource: 'Needed a second source, and has it',
  onAuthor: 'On author: it rests on the writer’s word',
  overridden: 'Could not be confirmed: a chief answers for it',
}

/** The outcomes that a person may give: only a chief answers for what could not be confirmed. */
export function outcomesFor(overrules: boolean): readonly Outcome[] {
  return overrules ? OUTCOMES : OUTCOMES.filter((outcome) => outcome !== 'overridden')
}

/**
 * What the words say by themselves: as they were asked about, other ones, or none any more.
 * `fingerprint`: of the sentence as it stands; null when it is gone.
 */
export function outcomeOf(query: Query, fingerprint: string | null): Outcome {
  if (fingerprint === null) return 'cut'
  return query.fingerprint === fingerprint ? 'confirmed' : 'confirmedWithChange'
}

/**
 * True when it is the raiser's turn [TRN2]: somebody else has answered, or the words or the evidence are not those
 * that the raiser last asked about. `fingerprint`: of the sentence as it stands; null when it is gone.
 */
export function isAnswered(query: Query, fingerprint: string | null): boolean {
  const last = query.messages.at(-1)
  if (last && last.personId !== query.personId) return true
  return fingerprint === null || (last ?? query).fingerprint !== fingerprint
}
