import { answer, type Params, readBody } from '#app/api/http.ts'
import { changeThread, threadChangeInput } from '#lib/usecases/settle-thread.ts'

/** Resolves a thread, or reopens it. */
export async function PATCH(
  request: Request,
  { params }: Params<'id' | 'threadId'>,
): Promise<Response> {
  const { id, threadId } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, threadChangeInput)
    return body.ok ? changeThread(context, actor, id, threadId, body.value) : body
  })
}
