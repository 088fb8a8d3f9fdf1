import { answer, type Params, readBody } from '#app/api/http.ts'
import { changeSource } from '#lib/usecases/change-source.ts'
import { refuseDeletion, showSource, sourceChangeInput } from '#lib/usecases/sources.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => showSource(context, actor, id))
}

export async function PATCH(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, sourceChangeInput)
    return body.ok ? changeSource(context, actor, id, body.value) : body
  })
}

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => refuseDeletion(context, actor, id))
}
