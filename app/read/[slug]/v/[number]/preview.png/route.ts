import type { Params } from '#app/api/http.ts'
import { missing, versionNumber } from '#app/read/serve.ts'
import { servePreview } from '#app/read/serve-changes.ts'

/** For programs that show a link as a picture. */
export async function GET(
  request: Request,
  { params }: Params<'slug' | 'number'>,
): Promise<Response> {
  const { slug, number } = await params
  const version = versionNumber(number)
  return version === null ? missing() : servePreview(request, slug, version)
}
