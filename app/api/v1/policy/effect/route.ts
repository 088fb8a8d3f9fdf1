import { answer, readBody } from '#app/api/http.ts'
import { approverPolicyInput, previewPolicy } from '#lib/usecases/house-policy.ts'

export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, approverPolicyInput)
    return body.ok ? previewPolicy(context, actor, body.value) : body
  })
}
