import type { VersionOverride } from './version.ts'

/** One reason, with all that it was given for. */
export interface OverrideGroup extends Pick<VersionOverride, 'what' | 'reason'> {
  /** Ids of sentences; null: the whole article. */
  readonly places: readonly VersionOverride['sentence'][]
}

/** A reason that was given for several sentences in the same words is said once [GAT8]. */
export function groupOverrides(overrides: readonly VersionOverride[]): readonly OverrideGroup[] {
  const groups = new Map<string, VersionOverride[]>()
  for (const one of overrides) {
    const key = `${one.what} ${one.sentence === null} ${one.reason}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...{ what: first.what, reason: first.reason },
            places: [first, ...others].map(({ sentence }) => sentence),
          },
        ]
      : [],
  )
}
