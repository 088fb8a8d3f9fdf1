import type { Params } from '#app/api/http.ts'
import { servePage } from '#app/read/serve.ts'

export async function GET(request: Request, { params }: Params<'slug'>): Promise<Response> {
  return servePage(request, (await params).slug, null)
}
