import { answer, type Params } from '#app/api/http.ts'
import { showCapture } from '#lib/usecases/read-captures.ts'

type Path = Params<'id' | 'captureId'>

export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { id, captureId } = await params
  return answer(request, ({ context, actor }) => showCapture(context, actor, id, captureId))
}
