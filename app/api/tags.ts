import { fail, ok, type Result } from '#lib/domain/shared/result.ts'

/** A resource, and a name that no other state of it has. */
export interface Tagged<T> {
  readonly value: T
  readonly tag: string
}

/** Whether a list of tags names this one. Weakly, as `If-None-Match` compares. */
export function holds(header: string | null, tag: string): boolean {
  const tags = header?.split(',').map((part) => part.trim()) ?? []
  return tags.some((one) => one === '*' || one.replace(/^W\//, '') === `"${tag}"`)
}

/** What `If-Match` asks of the state that is there: a weak tag matches nothing (RFC 9110, 13.1.1) [API5]. */
export function matching<T>(request: Request): (current: Tagged<T>) => Result<null> {
  const header = request.headers.get('if-match')
  return ({ value, tag }) => {
    if (header === null) return ok(null)
    const tags = header.split(',').map((part) => part.trim())
    if (tags.includes('*') || tags.includes(`"${tag}"`)) return ok(null)
    const message = 'It has changed since you read it. `current` is how it is now.'
    return fail({ kind: 'unmatched', message, current: value })
  }
}
