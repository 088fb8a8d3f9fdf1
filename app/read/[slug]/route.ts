import type { Params } from '#app/api/http.ts'
import { servePage } from '#app/read/serve.ts'

export async function GET(_request: Request, { params }: Params<'slug'>): Promise<Response> {
  return servePage((await params).slug, null)
}
