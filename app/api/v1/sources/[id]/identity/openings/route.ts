import { answer, type Params } from '#app/api/http.ts'
import { openIdentity } from '#lib/usecases/identities.ts'

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => openIdentity(context, actor, id))
}
