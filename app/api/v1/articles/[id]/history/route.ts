import { z } from 'zod'
import { answer, type Params } from '#app/api/http.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { listHistory } from '#lib/usecases/list-history.ts'
import { sentenceHistory } from '#lib/usecases/sentence-history.ts'

const query = z.object({
  before: z.coerce.number().int().min(1).nullable(),
  annotation: z.array(z.string().max(200)).max(50),
  block: z.string().max(200),
  text: z.string().max(20_000).nullable(),
})

export async function GET(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(request, async ({ context, actor }) => {
    const asked = readQuery(new URL(request.url).searchParams)
    if (!asked.ok) return asked
    const { before, annotation: annotationIds, block: blockId, text } = asked.value
    if (text === null && !annotationIds.length) return listHistory(context, actor, id, before)
    const sentence = { annotationIds, blockId, text: text ?? '' }
    return sentenceHistory(context, actor, id, sentence, before)
  })
}

function readQuery(search: URLSearchParams): Result<z.output<typeof query>> {
  const parsed = query.safeParse({
    before: search.get('before'),
    annotation: search.getAll('annotation'),
    block: search.get('block') ?? '',
    text: search.get('text'),
  })
  if (parsed.success) return ok(parsed.data)
  return fail({ kind: 'invalid', message: '`before` is the number of a row, from 1.' })
}
