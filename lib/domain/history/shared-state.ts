import type { DeltaOp } from '#lib/domain/text/flat-text.ts'

/** Entries or records by id, as they stand in a shared map. */
export type Records = Readonly<Record<string, unknown>>

/** Everything that a shared document says, known to this release or not. Reading it as an article leaves out what is not. */
export interface SharedState {
  readonly text: readonly DeltaOp[]
  readonly blocks: Records
  readonly annotations: Records
  readonly meta: Records
}
