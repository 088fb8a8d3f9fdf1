/** The outcome of something that may fail for an expected reason. A bug is an exception instead. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/**
 * Every expected failure. `message` is a sentence for a person: what is wrong and what to do.
 * `moved`: the words or the evidence are not those that the caller saw; `current` are today's.
 */
export type Failure =
  | { readonly kind: 'invalid'; readonly message: string }
  | { readonly kind: 'unauthenticated'; readonly message: string }
  /** `scope`: what the token that asked lacks. */
  | { readonly kind: 'forbidden'; readonly message: string; readonly scope?: string }
  /** It is not as the caller says that it is; `current`: how it is. */
  | { readonly kind: 'unmatched'; readonly message: string; readonly current: unknown }
  | { readonly kind: 'notFound'; readonly message: string }
  /** It was there, and is not given out any more. */
  | { readonly kind: 'gone'; readonly message: string }
  /** `passing`: of two that met, the same may succeed at once; what runs by itself tries again. */
  | { readonly kind: 'conflict'; readonly message: string; readonly passing?: true }
  | { readonly kind: 'moved'; readonly message: string; readonly current: unknown }
  /** `warnings`: those that nobody has given a reason for. */
  | {
      readonly kind: 'blocked'
      readonly message: string
      readonly blockers: readonly unknown[]
      readonly warnings: readonly unknown[]
    }
  | { readonly kind: 'tooMany'; readonly message: string; readonly retryAfter: number }
  | { readonly kind: 'unavailable'; readonly message: string }
  /** It does not come back by itself. */
  | { readonly kind: 'damaged'; readonly message: string }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure }
}

/** The end of a switch over a union: a member that was forgotten does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
