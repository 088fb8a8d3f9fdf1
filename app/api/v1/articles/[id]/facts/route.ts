import { answer, type Params } from '#app/api/http.ts'
import { articleFacts } from '#lib/usecases/show-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => articleFacts(context, actor, id))
}
