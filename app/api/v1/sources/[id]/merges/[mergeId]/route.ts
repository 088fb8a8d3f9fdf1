import { answer, type Params } from '#app/api/http.ts'
import { undoMerge } from '#lib/usecases/merge-sources.ts'

export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'mergeId'>,
): Promise<Response> {
  const { mergeId } = await params
  return answer(request, ({ context, actor }) => undoMerge(context, actor, mergeId))
}
