import { answer, type Params } from '#app/api/http.ts'
import { undoApproval } from '#lib/usecases/undo-approval.ts'

/** Takes back one's own approval. */
export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'approvalId'>,
): Promise<Response> {
  const { id, approvalId } = await params
  return answer(request, ({ context, actor }) => undoApproval(context, actor, id, approvalId))
}
