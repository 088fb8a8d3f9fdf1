import type { z } from 'zod'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { linkOf } from './paging.ts'
import { problem } from './problem.ts'
import { type Call, serveCall } from './serve-call.ts'
import { holds, type Tagged } from './tags.ts'

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

/** Serves a call; a failure becomes a problem document. A value that is null is none: 204. */
export function answer(
  request: Request,
  task: (call: Call) => Promise<Result<unknown>>,
  status = 200,
): Promise<Response> {
  return serveCall(request, async (call) => {
    const outcome = await task(call)
    if (!outcome.ok) return problem(outcome.failure)
    const { value } = outcome
    if (value === null) return new Response(null, { status: 204 })
    const headers = { 'cache-control': 'no-store', ...linkOf(request, value) }
    return Response.json(value, { status, headers })
  })
}

/** The same for a resource that has a tag: whoever holds it as it is gets 304. */
export function answerTagged<T>(
  request: Request,
  task: (call: Call) => Promise<Result<Tagged<T>>>,
): Promise<Response> {
  return serveCall(request, async (call) => {
    const outcome = await task(call)
    if (!outcome.ok) return problem(outcome.failure)
    const { value, tag } = outcome.value
    // Kept by whoever asked, and asked about anew each time.
    const headers = { etag: `"${tag}"`, 'cache-control': 'private, no-cache' }
    const isHeld = request.method === 'GET' && holds(request.headers.get('if-none-match'), tag)
    return isHeld ? new Response(null, { status: 304, headers }) : Response.json(value, { headers })
  })
}

/** A call with several items: its status is the highest of theirs. */
export function answerItems(
  request: Request,
  task: (call: Call) => Promise<Result<readonly { readonly status: number }[]>>,
): Promise<Response> {
  return serveCall(request, async (call) => {
    const outcome = await task(call)
    if (!outcome.ok) return problem(outcome.failure)
    const results = outcome.value
    const status = Math.max(200, ...results.map((result) => result.status))
    if (status === 200) return Response.json({ results })
    const failed = results.filter((result) => result.status !== 200).length
    const detail = `${failed} of ${results.length} items failed: see results.`
    const body = { type: 'about:blank', title: 'Some items failed', status, detail, results }
    return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
  })
}

export type Params<T extends string> = { readonly params: Promise<Readonly<Record<T, string>>> }

/** The address that callers reach us by: the configured one, or the one that this call used. */
export function originOf(request: Request): string {
  const { publicUrl } = settingsOfProcess()
  const secure = request.headers.get('x-forwarded-proto') === 'https'
  const host = request.headers.get('host') ?? new URL(request.url).host
  return publicUrl ?? `${secure ? 'https' : 'http'}://${host}`
}
