import type { CloseReason } from './close-codes.ts'

/** What the collaboration server tells of its work, in numbers. */
export interface Meter {
  /** An update that was not appended, and why; also what else did not work. */
  refused(reason: string): void
  /** A socket that the server ended. */
  closed(reason: CloseReason): void
  /** Messages that had to wait for a rate. */
  slowed(what: 'messages' | 'presence'): void
  committed(rows: number, seconds: number): void
  /** Marks that came back: everything before them is durable. */
  acknowledged(): void
}

export const noMeter: Meter = {
  refused: () => {},
  closed: () => {},
  slowed: () => {},
  committed: () => {},
  acknowledged: () => {},
}
