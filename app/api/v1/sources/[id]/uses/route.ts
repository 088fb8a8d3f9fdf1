import { answer, type Params } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { showSource } from '#lib/usecases/sources.ts'
import { whereUsed } from '#lib/usecases/where-used.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const shown = await showSource(context, actor, id)
    return shown.ok ? ok({ uses: await whereUsed(context, actor, id) }) : shown
  })
}
