import { answer, answerTagged, type Params, readBody } from '#app/api/http.ts'
import { matching } from '#app/api/tags.ts'
import { articleRecord } from '#lib/usecases/article-record.ts'
import { articleDataInput, describeArticle } from '#lib/usecases/describe-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answerTagged(request, ({ context, actor }) => articleRecord(context, actor, id))
}

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, articleDataInput)
    if (!body.ok) return body
    const isAsked = request.headers.has('if-match')
    // While the text stands still: nobody comes between the look and the change.
    const check = async () => {
      const now = await articleRecord(context, actor, id)
      return now.ok ? matching(request)(now.value) : now
    }
    return describeArticle(context, actor, id, body.value, ...(isAsked ? [check] : []))
  })
}
