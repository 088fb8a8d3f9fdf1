import { z } from 'zod'
import { answer, problem, readBody } from '#app/api/http.ts'
import { checkCredentials } from '#lib/auth/credentials.ts'
import { hashToken } from '#lib/auth/session.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { createToken, ownTokens } from '#lib/usecases/tokens.ts'

const input = z.object({
  email: z.string().max(200),
  password: z.string().max(200),
  name: z.string().default(''),
})

export async function POST(request: Request): Promise<Response> {
  const body = await readBody(request, input)
  if (!body.ok) return problem(body.failure)
  const person = await checkCredentials(body.value.email, body.value.password)
  if (!person.ok) return problem(person.failure)
  const made = await createToken(serverContext(), person.value, body.value.name, hashToken)
  return made.ok
    ? Response.json(made.value, { status: 201, headers: { 'cache-control': 'no-store' } })
    : problem(made.failure)
}

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) =>
    ok({ tokens: await ownTokens(context, actor) }),
  )
}
