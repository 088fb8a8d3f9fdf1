import { answer, type Params, readBody } from '#app/api/http.ts'
import { spansInput, whoWrote } from '#lib/usecases/who-wrote.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, spansInput)
    return body.ok ? whoWrote(context, actor, id, body.value) : body
  })
}
