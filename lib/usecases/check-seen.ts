import { type Beside, besideOf, changedBeside, changedSince } from '#lib/domain/publication/seen.ts'
import type { VersionRef } from '#lib/domain/publication/version.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { type Failure, fail, type Result } from '#lib/domain/shared/result.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'

/** What a publisher saw when they pressed. Whoever does not say is not held to it. */
export interface Seen {
  /** Number of the newest version then; 0: there was none. */
  readonly after?: number | undefined
  /** Fingerprints of the sentences, in order. */
  readonly seen?: readonly string[] | undefined
  readonly beside?: Beside | undefined
  /** When the call came: what was published after that, its caller has not seen. */
  readonly came?: Date
}

/** Two who press at once publish one version: whoever comes second is told [VER9]. */
export function newerThan(
  after: number,
  came: Date,
  history: readonly VersionRef[],
): Failure | null {
  const newest = history.at(-1)
  if (!newest) return null
  if (newest.number <= after && new Date(newest.publishedAt) <= came) return null
  const message = `Version ${newest.number} was published meanwhile. Look at it, then decide whether another one is needed.`
  return { kind: 'conflict', message, passing: true }
}

/** Names what changed between the look and the act. */
export function movedSince(
  seen: readonly string[] | undefined,
  statuses: readonly SentenceStatus[],
  /** What to do once one has looked again. */
  andThen = 'publish what you have seen',
): Extract<Result<never>, { ok: false }> | null {
  const { changed, gone } = changedSince(seen ?? [], statuses)
  if (!seen || !(changed.length || gone)) return null
  const first = changed[0]?.sentence.text
  const named = first ? ` The first is “${first.slice(0, 120)}”` : ''
  const count = Math.max(changed.length, gone)
  const message = `${count} ${count === 1 ? 'sentence has' : 'sentences have'} changed since you opened this.${named} Look again, then ${andThen}.`
  const current = changed.map(({ sentence, fingerprint }) => {
    return { index: sentence.index, text: sentence.text, fingerprint }
  })
  return fail({ kind: 'moved', message, current })
}

const LIST = new Intl.ListFormat('en-GB')

/** The same for what stands beside the sentences: data of the article, and pictures. */
export function besideMoved(
  seen: Beside | undefined,
  content: ArticleContent,
  { since, andThen } = { since: 'you opened this', andThen: 'publish what you have seen' },
): Extract<Result<never>, { ok: false }> | null {
  const changed = seen ? changedBeside(seen, besideOf(content)) : []
  if (!changed.length) return null
  const words = LIST.format(changed)
  const has = changed.length === 1 && changed[0] !== 'the pictures' ? 'has' : 'have'
  const message = `${words.charAt(0).toUpperCase()}${words.slice(1)} ${has} changed since ${since}. Look again, then ${andThen}.`
  return fail({ kind: 'moved', message, current: [] })
}
