import { readFileBody } from '#app/api/file-body.ts'
import { answer } from '#app/api/http.ts'
import { findFileDetails } from '#lib/usecases/find-details.ts'

export async function POST(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get('name') ?? ''
  return answer(request, async ({ context, actor }) => {
    const bytes = await readFileBody(request)
    if (!bytes.ok) return bytes
    return findFileDetails(context, actor, { bytes: bytes.value, name })
  })
}
