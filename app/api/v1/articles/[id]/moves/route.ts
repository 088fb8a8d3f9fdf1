import { z } from 'zod'
import { answer, type Params, readBody } from '#app/api/http.ts'
import { STATES } from '#lib/domain/review/states.ts'
import { movesOf } from '#lib/usecases/list-moves.ts'
import { moveArticle } from '#lib/usecases/move-article.ts'

const input = z.object({ to: z.enum(STATES), note: z.string().max(2_000).default('') })

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, ({ context, actor }) => movesOf(context, actor, id))
}

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const body = await readBody(request, input)
    return body.ok ? moveArticle(context, actor, id, body.value) : body
  })
}
