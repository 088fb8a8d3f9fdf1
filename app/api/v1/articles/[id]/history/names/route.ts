import { answer, type Params, readBody } from '#app/api/http.ts'
import { momentNameInput, nameMoment } from '#lib/usecases/name-moment.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, momentNameInput)
      return body.ok ? nameMoment(context, actor, id, body.value) : body
    },
    201,
  )
}
