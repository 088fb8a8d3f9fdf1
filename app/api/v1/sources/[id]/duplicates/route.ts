import { answer, type Params } from '#app/api/http.ts'
import { ok } from '#lib/domain/shared/result.ts'
import { duplicatesOfSource } from '#lib/usecases/find-duplicates.ts'

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const found = await duplicatesOfSource(context, actor, id)
    return found.ok ? ok({ duplicates: found.value }) : found
  })
}
