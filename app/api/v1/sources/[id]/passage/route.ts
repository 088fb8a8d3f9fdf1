import { answer, type Params, readBody } from '#app/api/http.ts'
import { checkQuote, passageInput } from '#lib/usecases/check-passage.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, passageInput)
    return body.ok ? checkQuote(context, actor, id, body.value) : body
  })
}
