import type { Turn } from '#lib/domain/access/turn.ts'
import type { DeskLine } from './entry.ts'

/** Whether an article waits for me: it is my turn, or I am named in a comment. */
export function waitsFor({ turns, mentions }: Pick<DeskLine, 'turns' | 'mentions'>): boolean {
  return turns.length > 0 || mentions > 0
}

/** What I am to do, as the row says it. */
const TURN_WORDS: Readonly<Record<Turn, string>> = {
  failed: 'see why it was not published',
  answered: 'look at the answer to your query',
  asked: 'answer a query',
  stale: 'approve again what has changed',
  changes: 'make the changes that were asked for',
  review: 'review',
  legalRead: 'do the legal read',
  publish: 'publish',
  handedOver: 'take it over for the desk',
  source: 'give its sentences their evidence',
}

/** `Your turn: answer a query, approve again what has changed`; null: it is not. */
export function turnWords(turns: readonly Turn[]): string | null {
  if (!turns.length) return null
  return `Your turn: ${turns.map((turn) => TURN_WORDS[turn]).join(', ')}`
}

const NUMBERS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

/** The head of the desk: "Three articles wait for you, Ana". */
export function waitingWords(count: number, name: string): string {
  const first = name.trim().split(/\s+/u)[0] ?? name
  if (count === 0) return `Nothing waits for you, ${first}`
  const number = NUMBERS[count] ?? String(count)
  return `${number} ${count === 1 ? 'article waits' : 'articles wait'} for you, ${first}`
}
