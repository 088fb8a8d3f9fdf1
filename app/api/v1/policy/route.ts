import { answer, readBody } from '#app/api/http.ts'
import { changePolicy, policyChangeInput, showPolicy } from '#lib/usecases/house-policy.ts'

export async function GET(request: Request): Promise<Response> {
  return answer(request, ({ context, actor }) => showPolicy(context, actor))
}

export async function PUT(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, policyChangeInput)
    return body.ok ? changePolicy(context, actor, body.value) : body
  })
}
