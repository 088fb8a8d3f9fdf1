import { answer, type Params } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { deliveriesOf } from '#lib/usecases/webhooks.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const found = await deliveriesOf(context, actor, id)
    if (!found.ok) return found
    return listBody(request, 'deliveries', found.value, (one) => [
      -Date.parse(one.createdAt),
      one.id,
    ])
  })
}
