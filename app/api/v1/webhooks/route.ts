import { answer, readBody } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { addWebhook, allWebhooks, newWebhookInput } from '#lib/usecases/webhooks.ts'

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const hooks = await allWebhooks(context, actor)
    if (!hooks.ok) return hooks
    return listBody(request, 'webhooks', hooks.value, ({ createdAt, id }) => [createdAt, id])
  })
}

/** Its secret is in the answer, this once. */
export async function POST(request: Request): Promise<Response> {
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, newWebhookInput)
      return body.ok ? addWebhook(context, actor, body.value) : body
    },
    201,
  )
}
