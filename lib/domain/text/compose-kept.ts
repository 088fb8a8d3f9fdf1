import type { Kept } from './read-flat.ts'

/** What two changes, one after the other, left in place together. */
export function composeKept(first: readonly Kept[], second: readonly Kept[]): readonly Kept[] {
  return second.flatMap((later) =>
    first.flatMap((earlier) => {
      const from = Math.max(later.oldAt, earlier.newAt)
      const to = Math.min(later.oldAt + later.length, earlier.newAt + earlier.length)
      if (from >= to) return []
      const oldAt = earlier.oldAt + from - earlier.newAt
      return [{ oldAt, newAt: later.newAt + from - later.oldAt, length: to - from }]
    }),
  )
}
