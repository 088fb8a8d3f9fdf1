import { answer, type Params } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { authorsOf } from '#lib/usecases/show-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const authors = await authorsOf(context, actor, id)
    return authors.ok ? ok({ authors: authors.value }) : authors
  })
}
