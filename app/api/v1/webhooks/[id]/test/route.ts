import { answer, type Params } from '#app/api/http.ts'
import { testWebhook } from '#lib/usecases/webhooks.ts'

/** Sends an event that says nothing. */
export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => testWebhook(context, actor, id), 202)
}
