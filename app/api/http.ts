import type { z } from 'zod'
import { callerOf, type Identity } from '#lib/auth/session.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { assertNever, type Failure, fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { type Context, serverContext } from '#lib/usecases/context.ts'

/** Errors of the HTTP interface are problem documents (RFC 9457). */
export function problem(failure: Failure): Response {
  const { status, title, more, headers } = describe(failure)
  const body = { type: 'about:blank', title, status, detail: failure.message, ...more }
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
      return { status: 403, title: 'Not allowed' }
    case 'notFound':
      return { status: 404, title: 'Not found' }
    case 'gone':
      return { status: 410, title: 'Gone' }
    case 'conflict':
      return { status: 409, title: 'Conflict' }
    case 'moved':
      return { status: 409, title: 'Moved', more: { current: failure.current } }
    case 'blocked':
      return { status: 422, title: 'Blocked', more: { blockers: failure.blockers } }
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

/** The largest body: a long article as JSON. */
const MAX_BODY_BYTES = 8 * 1024 * 1024

/** Reads a JSON body and checks it; the message names the field that is wrong. */
export async function readBody<T extends z.ZodType>(
  request: Request,
  schema: T,
): Promise<Result<z.output<T>>> {
  const length = Number(request.headers.get('content-length') ?? 0)
  const tooLarge = 'The body is larger than 8 MiB. Send less at once.'
  if (length > MAX_BODY_BYTES) return fail({ kind: 'invalid', message: tooLarge })
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > MAX_BODY_BYTES) return fail({ kind: 'invalid', message: tooLarge })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const what = error instanceof SyntaxError ? 'is not JSON' : 'is not UTF-8'
    return fail({ kind: 'invalid', message: `The body ${what}. Send JSON in UTF-8.` })
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') || 'The body'
  return fail({ kind: 'invalid', message: `${field}: ${issue?.message ?? 'is not valid'}` })
}

export interface Call extends Identity {
  readonly context: Context
}

/** Who calls, and the context to serve them; a failure becomes a problem document. */
export async function answer(
  request: Request,
  task: (call: Call) => Promise<Result<unknown>>,
  status = 200,
): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const outcome = await task({ ...caller.value, context: serverContext() })
  if (!outcome.ok) return problem(outcome.failure)
  if (outcome.value === null) return new Response(null, { status: 204 })
  return Response.json(outcome.value, { status, headers: { 'cache-control': 'no-store' } })
}

/** A call with several items: its status is the highest of theirs. */
export async function answerItems(
  request: Request,
  task: (call: Call) => Promise<Result<readonly { readonly status: number }[]>>,
): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const outcome = await task({ ...caller.value, context: serverContext() })
  if (!outcome.ok) return problem(outcome.failure)
  const results = outcome.value
  const status = Math.max(200, ...results.map((result) => result.status))
  if (status === 200) return Response.json({ results })
  const failed = results.filter((result) => result.status !== 200).length
  const detail = `${failed} of ${results.length} items failed: see results.`
  const body = { type: 'about:blank', title: 'Some items failed', status, detail, results }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

export type Params<T extends string> = { readonly params: Promise<Readonly<Record<T, string>>> }

/** The address that callers reach us by: the configured one, or the one that this call used. */
export function originOf(request: Request): string {
  const { publicUrl } = settingsOfProcess()
  const secure = request.headers.get('x-forwarded-proto') === 'https'
  const host = request.headers.get('host') ?? new URL(request.url).host
  return publicUrl ?? `${secure ? 'https' : 'http'}://${host}`
}
