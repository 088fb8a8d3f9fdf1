import { answer, type Params, readBody } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { threadsOf } from '#lib/usecases/list-threads.ts'
import { newThreadInput, openThread } from '#lib/usecases/open-thread.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const talk = await threadsOf(context, actor, id)
    if (!talk.ok) return talk
    const { threads, ...rest } = talk.value
    const list = listBody(request, 'threads', threads, ({ id, messages }) => [
      messages[0]?.at ?? '',
      id,
    ])
    return list.ok ? ok({ ...list.value, ...rest }) : list
  })
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
