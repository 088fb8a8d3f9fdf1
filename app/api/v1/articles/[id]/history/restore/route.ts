import { answer, type Params, readBody } from '#app/api/http.ts'
import { restoreArticle, restoreInput } from '#lib/usecases/restore-article.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, restoreInput)
    return body.ok ? restoreArticle(context, actor, id, body.value) : body
  })
}
