import { answer, type Params, readBody } from '#app/api/http.ts'
import {
  changeWebhook,
  dropWebhook,
  showWebhook,
  webhookChangeInput,
} from '#lib/usecases/webhooks.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => showWebhook(context, actor, id))
}

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, webhookChangeInput)
    return body.ok ? changeWebhook(context, actor, id, body.value) : body
  })
}

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => dropWebhook(context, actor, id))
}
