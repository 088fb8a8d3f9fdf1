import { answer, type Params, readBody } from '#app/api/http.ts'
import { answerInput, answerQuestion } from '#lib/usecases/answer-question.ts'

/** Says something about a query or a rejection. */
export async function POST(
  request: Request,
  { params }: Params<'id' | 'queryId'>,
): Promise<Response> {
  const { id, queryId } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, answerInput)
      return body.ok ? answerQuestion(context, actor, id, queryId, body.value) : body
    },
    201,
  )
}
