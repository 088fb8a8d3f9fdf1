import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import {
  type FollowedSentence,
  type FoundSentence,
  findSentence,
  isUnchanged,
  type SentenceChange,
  type SentenceTrace,
  traceOf,
} from './follow.ts'

/** An article after a row of its log. */
export interface LogStep {
  readonly seq: number
  readonly personId: string
  readonly at: number
  readonly content: ArticleContent
}

/** Keys that follow each other so closely are one change: nobody looks for half a number. */
const BREATH = 60_000

interface Raw {
  readonly first: LogStep
  readonly last: LogStep
  readonly before: FoundSentence | null
  readonly after: FoundSentence | null
}

/** Goes back from row to row and keeps a sentence in sight: what became of it, when, and by whom [HIS4]. */
export function sentenceChanges(
  start: ArticleContent,
  steps: readonly LogStep[],
  trace: SentenceTrace,
): FollowedSentence {
  const changes: Raw[] = []
  let known = trace
  const lookIn = (content: ArticleContent) => {
    const found = findSentence(content, known)
    if (found) known = traceOf(found)
    return found
  }
  const end = steps.at(-1)?.content ?? start
  let after = lookIn(end)
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]
    const past = steps[at - 1]?.content ?? start
    if (!step || isUntouched(step.content, past, known)) continue
    const before = lookIn(past)
    if (!isUnchanged(before, after)) add(changes, { first: step, last: step, before, after })
    after = before
  }
  const told = changes.filter((change) => !isUnchanged(change.before, change.after))
  return { changes: told.map(toChange), trace: known }
}

/** Blocks are values, and so are annotations: where these are the same objects, nothing has to be looked for. */
function isUntouched(now: ArticleContent, past: ArticleContent, trace: SentenceTrace): boolean {
  if (now === past) return true
  const own = ({ blocks }: ArticleContent) => blocks.filter(({ id }) => id === trace.blockId)
  const [ours, theirs] = [own(now), own(past)]
  return (
    ours.length > 0 &&
    ours.length === theirs.length &&
    ours.every((block, at) => block === theirs[at]) &&
    trace.annotationIds.every((id) => now.annotations.get(id) === past.annotations.get(id))
  )
}

/** One more, earlier than all others; together with the one after it where one person did both in one breath. */
function add(changes: Raw[], change: Raw) {
  const next = changes.at(-1)
  const isOne =
    next &&
    // The first text came as a whole.
    change.last.seq > 1 &&
    next.first.personId === change.last.personId &&
    next.first.at - change.last.at < BREATH &&
    isUnchanged(next.before, change.after)
  if (isOne) changes[changes.length - 1] = { ...next, first: change.first, before: change.before }
  else changes.push(change)
}

function toChange({ first, last, before, after }: Raw): SentenceChange {
  const at = new Date(last.at).toISOString()
  const { personId } = last
  const moment = {
    ...({ kind: 'sitting', seq: last.seq, at, from: first.seq } as const),
    ...{ since: new Date(first.at).toISOString(), people: [personId], added: 0, removed: 0 },
    previous: first.seq - 1,
  }
  return { moment, before, after, personId, at }
}
