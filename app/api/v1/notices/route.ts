import { answer } from '#app/api/http.ts'
import { fail } from '#lib/domain/shared/result.ts'
import { noticeQuery, ownNotices } from '#lib/usecases/notices.ts'

/** One's own notices, a page at a time. */
export async function GET(request: Request): Promise<Response> {
  return answer(request, async ({ context, actor }) => {
    const { searchParams } = new URL(request.url)
    const parsed = noticeQuery.safeParse({
      kind: searchParams.get('kind'),
      unread: searchParams.get('unread') === 'true',
      before: searchParams.get('before'),
    })
    if (parsed.success) return ownNotices(context, actor, parsed.data)
    return fail({ kind: 'invalid', message: 'kind: name one of the kinds of notices.' })
  })
}
