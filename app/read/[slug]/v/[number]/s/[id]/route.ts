import type { Params } from '#app/api/http.ts'
import { missing, serveSentence, versionNumber } from '#app/read/serve.ts'

export async function GET(
  request: Request,
  { params }: Params<'slug' | 'number' | 'id'>,
): Promise<Response> {
  const { slug, number, id } = await params
  const version = versionNumber(number)
  return version === null ? missing() : serveSentence(request, slug, version, id)
}
