import type { z } from 'zod'

/** One call of the HTTP interface, as it is described for machines. */
export interface Operation {
  readonly summary: string
  /** Status and what it means; failures are problem documents. */
  readonly answers: Readonly<Record<number, string>>
  readonly body?: z.ZodType
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
