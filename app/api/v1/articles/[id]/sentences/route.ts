import { answer, type Params } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { showArticle } from '#lib/usecases/show-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showArticle(context, actor, id)
    if (!shown.ok) return shown
    const sentences = shown.value.assessment.statuses.map(
      ({
        sentence,
        kind,
        evidence,
        evidenced,
        review,
        confidence,
        fingerprint,
        display,
        annotations,
      }) => {
        const { index, blockId: block, role, from, to, text, annotationIds } = sentence
        return {
          index,
          block,
          role,
          from,
          to,
          text,
          annotationIds,
          kind,
          evidence,
          evidenced,
          citations: annotations.flatMap(({ citations }) => citations),
          review,
          display,
          confidence,
          fingerprint,
        }
      },
    )
    return listBody(request, 'sentences', sentences, ({ index }) => [index])
  })
}
