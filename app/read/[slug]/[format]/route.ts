import type { Params } from '#app/api/http.ts'
import { serveFormat } from '#app/read/serve.ts'

export async function GET(
  request: Request,
  { params }: Params<'slug' | 'format'>,
): Promise<Response> {
  const { slug, format } = await params
  return serveFormat(request, slug, null, format)
}
