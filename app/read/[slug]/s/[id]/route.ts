import type { Params } from '#app/api/http.ts'
import { serveSentence } from '#app/read/serve.ts'

/** A sentence with its evidence, for other programs: as the newest version has it that has it. */
export async function GET(request: Request, { params }: Params<'slug' | 'id'>): Promise<Response> {
  const { slug, id } = await params
  return serveSentence(request, slug, null, id)
}
