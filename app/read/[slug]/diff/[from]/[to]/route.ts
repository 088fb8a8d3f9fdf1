import type { Params } from '#app/api/http.ts'
import { missingPage, versionNumber } from '#app/read/serve.ts'
import { serveDiff } from '#app/read/serve-changes.ts'

/** What changed between two versions. */
export async function GET(
  request: Request,
  { params }: Params<'slug' | 'from' | 'to'>,
): Promise<Response> {
  const { slug, from, to } = await params
  const numbers = [versionNumber(from), versionNumber(to)] as const
  if (numbers[0] === null || numbers[1] === null) return missingPage(request)
  return serveDiff(request, slug, [numbers[0], numbers[1]])
}
