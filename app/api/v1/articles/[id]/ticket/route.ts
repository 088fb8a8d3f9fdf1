import { answer, originOf, type Params } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { issueTicket } from '#lib/usecases/issue-ticket.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor, sessionId }) => {
    const issued = await issueTicket(context, actor, sessionId, id)
    return issued.ok
      ? ok({ ...issued.value, url: `${originOf(request).replace(/^http/, 'ws')}/collab/${id}` })
      : issued
  })
}
