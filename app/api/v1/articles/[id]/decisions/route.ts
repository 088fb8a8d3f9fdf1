import { z } from 'zod'
import { answerItems, type Params, readBody } from '#app/api/http.ts'
import { decide, decisionInput } from '#lib/usecases/decide.ts'

const input = z.array(decisionInput).min(1).max(2_000)

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answerItems(request, async ({ context, actor }) => {
    const body = await readBody(request, input)
    return body.ok ? decide(context, actor, id, body.value) : body
  })
}
