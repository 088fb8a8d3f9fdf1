import { countCall } from '#lib/auth/call-rates.ts'
import { callerOf, type Identity } from '#lib/auth/session.ts'
import { limitHeaders } from '#lib/domain/access/call-limits.ts'
import { outOfScope } from '#lib/domain/access/policy.ts'
import { type CallRule, callRule, missingScope } from '#lib/domain/access/scopes.ts'
import { type Context, serverContext } from '#lib/usecases/context.ts'
import { once } from './once.ts'
import { problem, problemOf } from './problem.ts'

export interface Call extends Identity {
  readonly context: Context
}

/** Every call that needs a caller comes through here: who it is, how often, what for, and whether it came before. */
export async function serveCall(
  request: Request,
  task: (call: Call) => Promise<Response>,
): Promise<Response> {
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const { actor, tokenId } = caller.value
  const rule = callRule(request.method, new URL(request.url).pathname)
  const { standing, over } = await countCall({ personId: actor.id, tokenId }, rule.limit)
  const response = over
    ? tooOften(standing.resetSeconds)
    : await admitted(
        request,
        rule,
        { ...caller.value, context: { ...serverContext(), tokenId } },
        task,
      )
  for (const [name, value] of Object.entries(limitHeaders(standing)))
    response.headers.set(name, value)
  return response
}

/** Better refused than not heard: whoever asks for it relies on it. */
const UNTAGGED = 'This call has no ETag that If-Match could be compared with. Send it without.'

function tooOften(retryAfter: number): Response {
  const message = `Too many calls of this kind. Try again in ${retryAfter} seconds.`
  return problem({ kind: 'tooMany', message, retryAfter })
}

function admitted(
  request: Request,
  rule: CallRule,
  call: Call,
  task: (call: Call) => Promise<Response>,
): Promise<Response> {
  const scope = missingScope(call.actor.scopes ?? null, rule.scopes)
  if (scope !== null) return Promise.resolve(problem(outOfScope(scope)))
  if (request.headers.has('if-match') && !rule.matches && !['GET', 'HEAD'].includes(request.method))
    return Promise.resolve(problemOf({ status: 400, title: 'Bad request', detail: UNTAGGED }))
  return once(request, rule, call, () => task(call))
}
