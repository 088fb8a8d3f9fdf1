import { assertNever, type Failure } from '#lib/domain/shared/result.ts'

/** Errors of the HTTP interface are problem documents (RFC 9457). */
export function problem(failure: Failure): Response {
  return problemOf({ ...describe(failure), detail: failure.message })
}

/** A problem document that no failure of the domain stands for. */
export function problemOf({
  status,
  title,
  detail,
  more,
  headers,
}: Described & { readonly detail: string }): Response {
  const body = { type: 'about:blank', title, status, detail, ...more }
  return Response.json(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  })
}

interface Described {
  readonly status: number
  readonly title: string
  readonly more?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}

function describe(failure: Failure): Described {
  switch (failure.kind) {
    case 'invalid':
      return { status: 422, title: 'Not valid' }
    case 'unauthenticated':
      return { status: 401, title: 'Not signed in', headers: { 'www-authenticate': 'Bearer' } }
    case 'forbidden':
      return {
        status: 403,
        title: 'Not allowed',
        ...(failure.scope && { more: { scope: failure.scope } }),
      }
    case 'unmatched':
      return { status: 412, title: 'Changed meanwhile', more: { current: failure.current } }
    case 'notFound':
      return { status: 404, title: 'Not found' }
    case 'gone':
      return { status: 410, title: 'Gone' }
    case 'conflict':
      return { status: 409, title: 'Conflict' }
    case 'moved':
      return { status: 409, title: 'Moved', more: { current: failure.current } }
    case 'blocked':
      return {
        status: 422,
        title: 'Blocked',
        more: { blockers: failure.blockers, warnings: failure.warnings },
      }
    case 'tooMany':
      return {
        status: 429,
        title: 'Too many tries',
        headers: { 'retry-after': String(failure.retryAfter) },
      }
    case 'damaged':
      return { status: 503, title: 'Cannot be read whole', more: { damaged: true } }
    case 'unavailable':
      return { status: 503, title: 'Not available', headers: { 'retry-after': '5' } }
    default:
      return assertNever(failure)
  }
}
