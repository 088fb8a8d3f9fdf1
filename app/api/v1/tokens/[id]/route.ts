import { answer, type Params } from '#app/api/http.ts'
import { dropToken } from '#lib/usecases/tokens.ts'

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => dropToken(context, actor, id))
}
