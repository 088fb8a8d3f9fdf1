import { answer } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { countUnread } from '#lib/usecases/notices.ts'

export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) =>
    ok({ count: await countUnread(context, actor) }),
  )
}
