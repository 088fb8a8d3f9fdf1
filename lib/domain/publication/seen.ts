import type { SentenceStatus } from '#lib/domain/review/status.ts'

/**
 * Sentences that are not as a publisher saw them, by the fingerprints of what was seen; and how many of those are gone.
 * A sentence that only moved is the same [VER9].
 */
export function changedSince(
  seen: readonly string[],
  statuses: readonly SentenceStatus[],
): { readonly changed: readonly SentenceStatus[]; readonly gone: number } {
  const left = new Map<string, number>()
  for (const fingerprint of seen) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1)
  const changed = statuses.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0
    left.set(fingerprint, count - 1)
    return count <= 0
  })
  return { changed, gone: seen.length - (statuses.length - changed.length) }
}
