import type { Queue, QueueItem } from '#lib/domain/review/queue.ts'

/** What is still open when nothing is left for the reviewer, and whose turn it is: `2 wait for Ana`. */
export function waitingWords(
  { items }: Queue,
  writersOf: (item: QueueItem) => string | null,
): readonly string[] {
  const counts = new Map<string, number>()
  for (const item of items) {
    const whom = whomFor(item, writersOf)
    if (whom) counts.set(whom, (counts.get(whom) ?? 0) + 1)
  }
  return [...counts].map(([whom, count]) => {
    return `${count} ${count === 1 ? 'sentence waits' : 'sentences wait'} for ${whom}.`
  })
}

function whomFor(item: QueueItem, writersOf: (item: QueueItem) => string | null): string | null {
  switch (item.turn.of) {
    case 'otherReviewer':
      return 'another reviewer, because you changed what they say'
    case 'asker':
      return `${item.turn.names.join(' and ')} to close what they asked`
    case 'writer': {
      const what = item.status.openQueries.length ? 'an answer to your query' : 'a source'
      const writers = writersOf(item)
      return writers ? `${what} from ${writers}` : what
    }
    case 'me':
    case 'nobody':
      return null
    default:
      return item.turn satisfies never
  }
}
