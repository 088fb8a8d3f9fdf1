import { type Params, problem } from '#app/api/http.ts'
import { pictureResponse } from '#app/api/picture.ts'
import { callerOf } from '#lib/auth/session.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { showPicture } from '#lib/usecases/show-picture.ts'

/** A picture in a size, for people of the newsroom. What was uploaded is kept as a file: it is not ours to be shown. */
export async function GET(
  request: Request,
  { params }: Params<'hash' | 'size'>,
): Promise<Response> {
  const { hash, size } = await params
  const caller = await callerOf(request)
  if (!caller.ok) return problem(caller.failure)
  const shown = await showPicture(serverContext(), caller.value.actor, hash, size)
  if (!shown.ok) return problem(shown.failure)
  const name = size === 'original' && { name: `picture-${hash.slice(0, 12)}` }
  const said = { tag: `${hash}-${size}`, audience: 'private', ...name } as const
  return pictureResponse(request, shown.value, said)
}
