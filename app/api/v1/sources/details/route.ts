import { answer, readBody } from '#app/api/http.ts'
import { detailsInput, findDetails } from '#lib/usecases/find-details.ts'

export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, detailsInput)
    return body.ok ? findDetails(context, actor, body.value) : body
  })
}
