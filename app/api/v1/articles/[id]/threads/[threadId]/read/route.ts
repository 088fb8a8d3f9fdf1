import { answer, type Params, readBody } from '#app/api/http.ts'
import { readThread, readThreadInput } from '#lib/usecases/read-thread.ts'

/** Notes how far one has read. */
export async function PUT(
  request: Request,
  { params }: Params<'id' | 'threadId'>,
): Promise<Response> {
  const { id, threadId } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, readThreadInput)
    return body.ok ? readThread(context, actor, id, threadId, body.value) : body
  })
}
