import { answer, readBody } from '#app/api/http.ts'
import { readInput, readNotices } from '#lib/usecases/notices.ts'

export async function POST(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, readInput)
    return body.ok ? readNotices(context, actor, body.value) : body
  })
}
