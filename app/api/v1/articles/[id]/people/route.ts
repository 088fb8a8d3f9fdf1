import { answer, type Params, readBody } from '#app/api/http.ts'
import { articlePeopleInput, assignPeople } from '#lib/usecases/article-people.ts'

export async function PUT(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, articlePeopleInput)
    return body.ok ? assignPeople(context, actor, id, body.value) : body
  })
}
