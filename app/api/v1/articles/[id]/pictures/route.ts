import { answer, type Params } from '#app/api/http.ts'
import { readPictureBody } from '#app/api/picture.ts'
import { addPicture } from '#lib/usecases/add-picture.ts'

/** Keeps a picture for an article. */
export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const bytes = await readPictureBody(request)
      return bytes.ok ? addPicture(context, actor, id, bytes.value) : bytes
    },
    201,
  )
}
