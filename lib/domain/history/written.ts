import { PAUSE } from './sittings.ts'

/** A part of a block's text, in UTF-16 offsets. */
export interface WrittenSpan {
  readonly block: string
  readonly from: number
  readonly to: number
}

/** Characters that one person wrote without a pause. `at`: when they wrote the last of them. */
export interface WrittenRun extends WrittenSpan {
  readonly text: string
  readonly personId: string
  readonly at: string
}

/** The same, with the name of the person. */
export type NamedRun = WrittenRun & { readonly personName: string }

/** Neighbours by one person within a pause are one: nobody asks for each key [HIS8]. */
export function joinRuns(runs: readonly WrittenRun[]): readonly WrittenRun[] {
  const joined: WrittenRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const goesOn = last && last.block === run.block && last.to === run.from
    if (goesOn && last.personId === run.personId && apart(last, run) < PAUSE) {
      const at = last.at > run.at ? last.at : run.at
      joined[joined.length - 1] = { ...last, to: run.to, text: last.text + run.text, at }
    } else joined.push(run)
  }
  return joined
}

const apart = (one: WrittenRun, other: WrittenRun) =>
  Math.abs(Date.parse(one.at) - Date.parse(other.at))
