import { answer, type Params } from '#app/api/http.ts'
import { takePicture } from '#lib/usecases/add-picture.ts'

/** Takes a picture over from another article that the caller may see. */
export async function PUT(request: Request, { params }: Params<'id' | 'hash'>): Promise<Response> {
  const { id, hash } = await params
  return answer(request, ({ context, actor }) => takePicture(context, actor, id, hash))
}
