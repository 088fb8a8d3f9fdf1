import { answer, type Params, readBody } from '#app/api/http.ts'
import { forgetIdentity, identityInput, keepIdentity, whoKnows } from '#lib/usecases/identities.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => whoKnows(context, actor, id))
}

export async function PUT(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, identityInput)
    return body.ok ? keepIdentity(context, actor, id, body.value) : body
  })
}

export async function DELETE(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => forgetIdentity(context, actor, id))
}
