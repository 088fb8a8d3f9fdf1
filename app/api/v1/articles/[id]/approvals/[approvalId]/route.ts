import { answer, type Params } from '#app/api/http.ts'
import { showApproval } from '#lib/usecases/show-approval.ts'
import { undoApproval } from '#lib/usecases/undo-approval.ts'

/** What was signed with it. */
export async function GET(
  request: Request,
  { params }: Params<'id' | 'approvalId'>,
): Promise<Response> {
  const { id, approvalId } = await params
  return answer(request, ({ context, actor }) => showApproval(context, actor, id, approvalId))
}

/** Takes back one's own approval. */
export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'approvalId'>,
): Promise<Response> {
  const { id, approvalId } = await params
  return answer(request, ({ context, actor }) => undoApproval(context, actor, id, approvalId))
}
