import { asAttachment } from '#app/api/captured.ts'
import { answer, type Params } from '#app/api/http.ts'
import { problem } from '#app/api/problem.ts'
import { serveCall } from '#app/api/serve-call.ts'
import { destroyRecording, openRecording } from '#lib/usecases/locked-recordings.ts'

/** A call that is recorded: never kept by a browser, never shown as a page. */
export async function POST(
  request: Request,
  { params }: Params<'id' | 'recordingId'>,
): Promise<Response> {
  const { id, recordingId } = await params
  return serveCall(request, async ({ context, actor }) => {
    const outcome = await openRecording(context, actor, id, recordingId)
    if (!outcome.ok) return problem(outcome.failure)
    const { name, bytes } = outcome.value
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...asAttachment(name),
        'content-type': 'application/octet-stream',
        'cache-control': 'no-store',
      },
    })
  })
}

export async function DELETE(
  request: Request,
  { params }: Params<'id' | 'recordingId'>,
): Promise<Response> {
  const { id, recordingId } = await params
  return answer(request, ({ context, actor }) => destroyRecording(context, actor, id, recordingId))
}
