import { answer, type Params, readBody } from '#app/api/http.ts'
import { closeQuestion, closingInput } from '#lib/usecases/close-question.ts'

/** Closes a query or a rejection, with its outcome. */
export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'queryId'>,
): Promise<Response> {
  const { id, queryId } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, closingInput)
    return body.ok ? closeQuestion(context, actor, id, queryId, body.value) : body
  })
}
