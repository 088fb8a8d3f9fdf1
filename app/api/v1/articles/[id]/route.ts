import { answer, type Params } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { showArticle } from '#lib/usecases/show-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showArticle(context, actor, id)
    if (!shown.ok) return shown
    const { article, assessment } = shown.value
    const { slug, state, title, lang } = article
    return ok({
      id,
      slug,
      state,
      title,
      lang,
      coverage: assessment.coverage,
      blockers: assessment.blockers,
    })
  })
}
