import { z } from 'zod'
import { answer, readBody } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { problem, problemOf } from '#app/api/problem.ts'
import { checkCredentials } from '#lib/auth/credentials.ts'
import { hashToken } from '#lib/auth/session.ts'
import { SCOPES } from '#lib/domain/access/scopes.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { hasSecondFactor } from '#lib/usecases/second-factor.ts'
import { createToken, ownTokens } from '#lib/usecases/tokens.ts'

const input = z.object({
  email: z.string().max(200),
  password: z.string().max(200),
  name: z.string().default(''),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length).optional(),
  days: z.number().optional(),
})

/** What is answered is shown once, and never kept [API2]. */
const UNKEPT = 'A token is shown once and never kept. Send this call without Idempotency-Key.'

export async function POST(request: Request): Promise<Response> {
  if (request.headers.has('idempotency-key'))
    return problemOf({ status: 400, title: 'Bad request', detail: UNKEPT })
  const body = await readBody(request, input)
  if (!body.ok) return problem(body.failure)
  const person = await checkCredentials(body.value.email, body.value.password)
  if (!person.ok) return problem(person.failure)
  if (await hasSecondFactor(serverContext(), person.value)) {
    const message =
      'This person has a second factor: they make their tokens in the app, under Account.'
    return problem({ kind: 'forbidden', message })
  }
  const made = await createToken(serverContext(), person.value, body.value, hashToken)
  return made.ok
    ? Response.json(made.value, { status: 201, headers: { 'cache-control': 'no-store' } })
    : problem(made.failure)
}

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) =>
    // The newest first: what is to come is behind nobody's page.
    listBody(request, 'tokens', await ownTokens(context, actor), ({ createdAt, id }) => [
      -Date.parse(createdAt),
      id,
    ]),
  )
}
