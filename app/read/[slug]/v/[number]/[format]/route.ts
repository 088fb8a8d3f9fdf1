import type { Params } from '#app/api/http.ts'
import { missing, serveFormat, versionNumber } from '#app/read/serve.ts'

export async function GET(
  request: Request,
  { params }: Params<'slug' | 'number' | 'format'>,
): Promise<Response> {
  const { slug, number, format } = await params
  const version = versionNumber(number)
  return version === null ? missing() : serveFormat(request, slug, version, format)
}
