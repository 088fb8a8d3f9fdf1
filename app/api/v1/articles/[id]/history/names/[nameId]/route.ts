import { answer, type Params } from '#app/api/http.ts'
import { removeMomentName } from '#lib/usecases/name-moment.ts'

export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'nameId'>,
): Promise<Response> {
  const { id, nameId } = await params
  return answer(request, ({ context, actor }) => removeMomentName(context, actor, id, nameId))
}
