import type { List, Words } from '#components/ui/words.ts'
import type { Queue, QueueItem } from '#lib/domain/review/queue.ts'

type T = Words<'review'>

/** What sentences wait for, and of whom. */
interface Awaited {
  readonly what: 'otherReviewer' | 'asker' | 'answer' | 'answerFrom' | 'source' | 'sourceFrom'
  /** Empty: nobody is named. */
  readonly names: string
}

/** What is still open when nothing is left for the reviewer, and whose turn it is: `2 wait for Ana`. */
export function waitingWords(
  t: T,
  list: List,
  { items }: Queue,
  writersOf: (item: QueueItem) => string | null,
): readonly string[] {
  const counts = new Map<string, Awaited & { readonly count: number }>()
  for (const item of items) {
    const awaited = awaitedFor(list, item, writersOf)
    if (!awaited) continue
    const key = `${awaited.what} ${awaited.names}`
    counts.set(key, { ...awaited, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].map(({ what, names, count }) => t(`waits.${what}`, { count, names }))
}

function awaitedFor(
  list: List,
  item: QueueItem,
  writersOf: (item: QueueItem) => string | null,
): Awaited | null {
  switch (item.turn.of) {
    case 'otherReviewer':
      return { what: 'otherReviewer', names: '' }
    case 'asker':
      return { what: 'asker', names: list(item.turn.names) }
    case 'writer': {
      const what = item.status.openQueries.length ? 'answer' : 'source'
      const writers = writersOf(item)
      return writers ? { what: `${what}From`, names: writers } : { what, names: '' }
    }
    case 'me':
    case 'nobody':
      return null
    default:
      return item.turn satisfies never
  }
}
