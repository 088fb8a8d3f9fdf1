import { answer, type Params, readBody } from '#app/api/http.ts'
import { quotedInput } from '#lib/usecases/open-thread.ts'
import { placeThread } from '#lib/usecases/place-thread.ts'

/** Gives a thread that lost its words new ones. */
export async function PUT(
  request: Request,
  { params }: Params<'id' | 'threadId'>,
): Promise<Response> {
  const { id, threadId } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, quotedInput)
    return body.ok ? placeThread(context, actor, id, threadId, body.value) : body
  })
}
