import type { Quoted } from '#lib/domain/talk/places.ts'
import type { ListedThread } from '#lib/domain/talk/thread.ts'
import type { Block } from '#lib/domain/text/article-text.ts'
import type { ThreadMark } from '#lib/editor/thread-marks.ts'

/** The same each time: a text that nobody talks about is not drawn again. */
const NONE: readonly ThreadMark[] = []

/** What the text shows of the conversations: a sign where one is open, a fill on the words of the one that is current. */
export function threadMarks(
  blocks: readonly Block[],
  listed: readonly ListedThread[],
  current: string | null,
  target: Quoted | null,
): readonly ThreadMark[] {
  // A place whose thread is not known, or is resolved, shows nothing.
  const seen = listed.filter(({ thread }) => !thread.resolved || thread.id === current)
  const known = new Map(seen.map((each) => [each.thread.id, each]))
  const marks: ThreadMark[] = []
  const begun = new Set<string>()
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'text') continue
    for (const { threadId, from, to } of block.threads) {
      const each = known.get(threadId)
      if (!each) continue
      const sign = begun.has(threadId) ? null : each.unread ? 'unread' : 'read'
      begun.add(threadId)
      marks.push({ block: index, from, to, current: threadId === current && !target, sign })
    }
  }
  if (!target) return marks.length ? marks : NONE
  const { blockIndex: block, from, to } = target
  return [...marks, { block, from, to, current: true, sign: null }]
}
