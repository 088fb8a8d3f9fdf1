import type { VersionRef } from './version.ts'

type Standing = Pick<VersionRef, 'number' | 'note' | 'correction' | 'overrides'> & {
  readonly takedown: object | null
}

/**
 * Numbers of the later versions whose history repeats what this one says of itself: its note, its correction and what it was
 * published in spite of. They are signed with it, and keep it when this one is taken down [VER12].
 */
export function repeatedIn(version: Standing, all: readonly Standing[]): readonly number[] {
  const { number, note, correction, overrides } = version
  const says = note !== '' || correction !== undefined || (overrides ?? []).length > 0
  const later = all.filter((one) => one.number > number && one.takedown === null)
  return says ? later.map((one) => one.number).sort((a, b) => a - b) : []
}
