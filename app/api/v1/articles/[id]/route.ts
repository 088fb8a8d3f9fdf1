import { answer, type Params, readBody } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { articleDataInput, describeArticle } from '#lib/usecases/describe-article.ts'
import { showArticle } from '#lib/usecases/show-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showArticle(context, actor, id)
    if (!shown.ok) return shown
    const { article, assessment, plan, schedule } = shown.value
    const { slug, state, title, lang } = article
    const { byline, section, dateline } = assessment.content.meta
    return ok({
      id,
      slug,
      state,
      title,
      ...{ lang, byline, section, dateline },
      ...{ ...plan, schedule },
      coverage: assessment.coverage,
      blockers: assessment.blockers,
    })
  })
}

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, articleDataInput)
    return body.ok ? describeArticle(context, actor, id, body.value) : body
  })
}
