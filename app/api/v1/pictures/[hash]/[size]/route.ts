import type { Params } from '#app/api/http.ts'
import { pictureResponse } from '#app/api/picture.ts'
import { problem } from '#app/api/problem.ts'
import { serveCall } from '#app/api/serve-call.ts'
import { showPicture } from '#lib/usecases/show-picture.ts'

/** A picture in a size, for people of the newsroom. What was uploaded is kept as a file: it is not ours to be shown. */
export async function GET(
  request: Request,
  { params }: Params<'hash' | 'size'>,
): Promise<Response> {
  const { hash, size } = await params
  return serveCall(request, async ({ context, actor }) => {
    const shown = await showPicture(context, actor, hash, size)
    if (!shown.ok) return problem(shown.failure)
    const name = size === 'original' && { name: `picture-${hash.slice(0, 12)}` }
    const said = { tag: `${hash}-${size}`, audience: 'private', ...name } as const
    return pictureResponse(request, shown.value, said)
  })
}
