import { answer, type Params } from '#app/api/http.ts'
import { deleteAnnotation } from '#lib/usecases/remove-annotation.ts'

export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'annotationId'>,
): Promise<Response> {
  const { id, annotationId } = await params
  return answer(request, ({ context, actor }) => deleteAnnotation(context, actor, id, annotationId))
}
