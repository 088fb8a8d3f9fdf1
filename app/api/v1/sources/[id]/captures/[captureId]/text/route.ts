import { serveCapture } from '#app/api/captured.ts'
import type { Params } from '#app/api/http.ts'

type Path = Params<'id' | 'captureId'>

export async function GET(request: Request, { params }: Path): Promise<Response> {
  const { id: sourceId, captureId } = await params
  return serveCapture(request, { sourceId, captureId, part: 'text' })
}
