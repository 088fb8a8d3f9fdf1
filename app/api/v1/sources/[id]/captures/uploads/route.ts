import { readFileBody } from '#app/api/file-body.ts'
import { answer, type Params } from '#app/api/http.ts'
import { uploadCapture } from '#lib/usecases/upload-capture.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  const name = new URL(request.url).searchParams.get('name') ?? ''
  return answer(
    request,
    async ({ context, actor }) => {
      const bytes = await readFileBody(request)
      if (!bytes.ok) return bytes
      return uploadCapture(context, actor, id, { bytes: bytes.value, name })
    },
    201,
  )
}
