/** Reproducible chance (mulberry32): the same seed gives the same rolls on every machine. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  roll(): number
  /** From 0 up to, not including, `n`. */
  int(n: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

export function dice(seed: number): Dice {
  let state = seed | 0
  const roll = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (n: number) => Math.floor(roll() * n)
  return {
    roll,
    int,
    chance: (probability) => roll() < probability,
    pick: <T>(list: readonly T[]) => list[int(list.length)] as T,
  }
}
