import { answer, type Params, readBody } from '#app/api/http.ts'
import { planArticle, planInput } from '#lib/usecases/plan-article.ts'

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, planInput)
    return body.ok ? planArticle(context, actor, id, body.value) : body
  })
}
