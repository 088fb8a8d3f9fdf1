import { answer, type Params } from '#app/api/http.ts'
import { keepCopy } from '#lib/usecases/keep-copy.ts'

export async function PUT(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => keepCopy(context, actor, id))
}
