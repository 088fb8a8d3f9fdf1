import type { Params } from '#app/api/http.ts'
import { missingPage, servePage, versionNumber } from '#app/read/serve.ts'

export async function GET(
  request: Request,
  { params }: Params<'slug' | 'number'>,
): Promise<Response> {
  const { slug, number } = await params
  const version = versionNumber(number)
  return version === null ? missingPage(request) : servePage(request, slug, version)
}
