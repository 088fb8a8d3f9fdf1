import type { List, Words } from '#components/ui/words.ts'
import type { Turn } from '#lib/domain/access/turn.ts'
import type { DeskLine } from './entry.ts'

/** Whether an article waits for me: it is my turn, or I am named in a comment. */
export function waitsFor({ turns, mentions }: Pick<DeskLine, 'turns' | 'mentions'>): boolean {
  return turns.length > 0 || mentions > 0
}

/** `Your turn: answer a query, approve again what has changed`; null: it is not. */
export function turnWords(t: Words<'desk'>, row: List, turns: readonly Turn[]): string | null {
  if (!turns.length) return null
  return t('yourTurn', { turns: row(turns.map((turn) => t(`turn.${turn}`))) })
}

/** The head of the desk: "Three articles wait for you, Ana". */
export function waitingWords(t: Words<'desk'>, count: number, name: string): string {
  const first = name.trim().split(/\s+/u)[0] ?? name
  return t('waiting', { count, name: first })
}
