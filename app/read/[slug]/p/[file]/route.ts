import type { Params } from '#app/api/http.ts'
import { pictureResponse } from '#app/api/picture.ts'
import { missing } from '#app/read/serve.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { readPicture } from '#lib/usecases/show-picture.ts'

/** A picture of a published version. */
export async function GET(
  request: Request,
  { params }: Params<'slug' | 'file'>,
): Promise<Response> {
  const { slug, file } = await params
  const hash = /^([0-9a-f]{64})\.webp$/.exec(file)?.[1]
  const found = hash ? await readPicture(serverContext(), slug, hash) : null
  return hash && found?.ok
    ? pictureResponse(request, found.value, { tag: hash, audience: 'public' })
    : missing()
}
