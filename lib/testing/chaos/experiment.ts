import type { Dice } from '#lib/testing/dice.ts'

/** What an experiment may know of how it is run. */
export interface Run {
  readonly dice: Dice
  readonly seed: number
  /** True: as part of the tests, in seconds. */
  readonly short: boolean
  /** How often to kill, when it was asked for. */
  readonly kills: number | null
  readonly database: 'postgres' | 'embedded'
  /** Tells how it goes. */
  note(line: string): void
}

export interface Outcome {
  /** What was measured. */
  readonly figure: string
  /** What is wrong; empty: passed. */
  readonly faults: readonly string[]
}

export interface Experiment {
  readonly id: string
  readonly title: string
  /** The figure that has to be reached. */
  readonly pass: string
  /** Null: it needs what the embedded database does not have, and says so. */
  readonly embedded: boolean
  run(run: Run): Promise<Outcome>
}

/** Collects what is wrong, with a few examples. */
export function faultList({ short }: Pick<Run, 'short'>) {
  const faults: string[] = []
  const expect = (holds: boolean, otherwise: string) => {
    if (!holds && faults.length < 12) faults.push(otherwise)
  }
  return {
    faults,
    expect,
    /** How long something may take is told always, and judged only when the machine was given to the experiment. */
    expectTime: (holds: boolean, otherwise: string) => expect(short || holds, otherwise),
  }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
