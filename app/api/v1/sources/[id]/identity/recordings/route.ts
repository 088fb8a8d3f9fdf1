import { readFileBody } from '#app/api/file-body.ts'
import { answer, type Params } from '#app/api/http.ts'
import { keepRecording } from '#lib/usecases/locked-recordings.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  const name = new URL(request.url).searchParams.get('name') ?? ''
  return answer(
    request,
    async ({ context, actor }) => {
      const bytes = await readFileBody(request)
      return bytes.ok ? keepRecording(context, actor, id, { name, bytes: bytes.value }) : bytes
    },
    201,
  )
}
