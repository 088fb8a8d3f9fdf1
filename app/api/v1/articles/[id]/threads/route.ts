import { answer, type Params, readBody } from '#app/api/http.ts'
import { threadsOf } from '#lib/usecases/list-threads.ts'
import { newThreadInput, openThread } from '#lib/usecases/open-thread.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => threadsOf(context, actor, id))
}

/** Begins a thread on words of the article. */
export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, newThreadInput)
      return body.ok ? openThread(context, actor, id, body.value) : body
    },
    201,
  )
}
