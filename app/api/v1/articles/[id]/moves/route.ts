import { answer, type Params, readBody } from '#app/api/http.ts'
import { listBody } from '#app/api/paging.ts'
import { movesOf } from '#lib/usecases/list-moves.ts'
import { moveArticle, moveInput } from '#lib/usecases/move-article.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const found = await movesOf(context, actor, id)
    if (!found.ok) return found
    // They have no ids, and none goes: their number is their place.
    const placed = new Map(found.value.moves.map((move, index) => [move, index]))
    return listBody(request, 'moves', found.value.moves, (move) => [placed.get(move) ?? 0])
  })
}

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, moveInput)
    return body.ok ? moveArticle(context, actor, id, body.value) : body
  })
}
