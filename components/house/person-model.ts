import type { Actor } from '#lib/domain/access/policy.ts'

/** A person as administrators see them. */
export interface Colleague extends Actor {
  /** ISO 8601; null while they may sign in. */
  readonly disabledAt: string | null
}
