import { answer, type Params } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { captureSource } from '#lib/usecases/capture-source.ts'
import { capturesOf } from '#lib/usecases/read-captures.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const captures = await capturesOf(context, actor, id)
    if (!captures.ok) return captures
    return listBody(request, 'captures', captures.value, ({ at, id }) => [-Date.parse(at), id])
  })
}

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => captureSource(context, actor, id), 201)
}
