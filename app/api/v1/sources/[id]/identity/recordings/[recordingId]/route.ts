import { asAttachment } from '#app/api/captured.ts'
import { answer, type Params, problem } from '#app/api/http.ts'
import { callerOf } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { destroyRecording, openRecording } from '#lib/usecases/locked-recordings.ts'

/** A call that is recorded: never kept by a browser, never shown as a page. */
export async function POST(
  request: Request,
  { params }: Params<'id' | 'recordingId'>,
): Promise<Response> {
  const { id, recordingId } = await params
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const outcome = await openRecording(serverContext(), caller.value.actor, id, recordingId)
  if (!outcome.ok) return problem(outcome.failure)
  const { name, bytes } = outcome.value
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...asAttachment(name),
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    },
  })
}

export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'recordingId'>,
): Promise<Response> {
  const { id, recordingId } = await params
  return answer(request, ({ context, actor }) => destroyRecording(context, actor, id, recordingId))
}
