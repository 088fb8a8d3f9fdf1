import { answer, type Params, readBody } from '#app/api/http.ts'
import { replyInput, replyToThread } from '#lib/usecases/reply-to-thread.ts'

/** Answers in a thread. */
export async function POST(
  request: Request,
  { params }: Params<'id' | 'threadId'>,
): Promise<Response> {
  const { id, threadId } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, replyInput)
      return body.ok ? replyToThread(context, actor, id, threadId, body.value) : body
    },
    201,
  )
}
