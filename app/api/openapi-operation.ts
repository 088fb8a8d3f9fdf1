import type { z } from 'zod'

/** One call, as the description of the interface needs it. */
export interface Operation {
  readonly summary: string
  /** Status and what it means; failures are problem documents. */
  readonly answers: Readonly<Record<number, string>>
  readonly body?: z.ZodType
  /** Media types of a body that is taken as it is, in place of JSON. */
  readonly binary?: readonly string[]
  readonly query?: readonly string[]
  /** Readable by anybody. */
  readonly open?: boolean
}

export type Operations = Readonly<Record<string, Readonly<Record<string, Operation>>>>

export const FAILURES = {
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found, or not for you',
}
