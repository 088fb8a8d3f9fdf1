import { createHash } from 'node:crypto'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { CallRule } from '#lib/domain/access/scopes.ts'
import type { Context } from '#lib/usecases/context.ts'
import { callOnce } from '#lib/usecases/repeat-call.ts'
import { problem, problemOf } from './problem.ts'

/** Headers that belong to an answer, whoever gives it. */
const KEPT_HEADERS = ['content-type', 'cache-control', 'etag', 'location', 'link']
const KEY = /^[\x21-\x7e]{1,255}$/

/** Does a write once for its `Idempotency-Key` [API2]. Without a key: as often as it is asked. */
export async function once(
  request: Request,
  rule: CallRule,
  { actor, context }: { readonly actor: Actor; readonly context: Context },
  task: () => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key')
  if (key === null || ['GET', 'HEAD'].includes(request.method)) return task()
  if (rule.secret)
    return refused('What this call says is never kept. Send it without Idempotency-Key.')
  if (!KEY.test(key)) return refused('An Idempotency-Key has 1 to 255 visible ASCII characters.')
  const call = { personId: actor.id, key, request: await hashOf(request) }
  const again = { isFirst: false }
  const outcome = await callOnce(context, call, async () => {
    again.isFirst = true
    const response = await task()
    const body = new Uint8Array(await response.arrayBuffer())
    const headers = Object.fromEntries(
      [...response.headers].filter(([name]) => KEPT_HEADERS.includes(name)),
    )
    return { answer: { status: response.status, headers, body }, isKept: response.status < 500 }
  })
  if (outcome.kind === 'other') {
    const message = 'This Idempotency-Key was used for another call. Take a new one.'
    return problem({ kind: 'invalid', message })
  }
  if (outcome.kind === 'running') {
    const detail = 'The first call with this Idempotency-Key is not over. Ask again in a moment.'
    return problemOf({ status: 409, title: 'Conflict', detail, headers: { 'retry-after': '1' } })
  }
  const { status, headers, body } = outcome.answer
  const replayed = again.isFirst ? {} : { 'idempotency-replayed': 'true' }
  return new Response(status === 204 ? null : new Uint8Array(body), {
    status,
    headers: { ...headers, ...replayed },
  })
}

function refused(detail: string): Response {
  return problemOf({ status: 400, title: 'Bad request', detail })
}

/** Of all that makes a call this one: method, address, kind and bytes of the body. */
async function hashOf(request: Request): Promise<string> {
  const { pathname, search } = new URL(request.url)
  const kind = request.headers.get('content-type') ?? ''
  const match = request.headers.get('if-match') ?? ''
  return createHash('sha256')
    .update(JSON.stringify([request.method, pathname, search, kind, match]))
    .update(new Uint8Array(await request.clone().arrayBuffer()))
    .digest('hex')
}
