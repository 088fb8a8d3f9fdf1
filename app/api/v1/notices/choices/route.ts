import { answer, readBody } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { choiceInput, chooseNotices, ownChoices } from '#lib/usecases/notices.ts'

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => ok(await ownChoices(context, actor)))
}

export async function PUT(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, choiceInput)
    return body.ok ? chooseNotices(context, actor, body.value) : body
  })
}
