import { z } from 'zod'
import { answer, type Params, readBody } from '#app/api/http.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'

const input = z.object({
  after: z.number().int().min(0).optional(),
  seen: z.array(z.string().max(64)).max(20_000).optional(),
  change: z.enum(CHANGES),
  note: z.string().max(5_000).default('').transform(cleanText),
})

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, input)
      return body.ok ? publishVersion(context, actor, id, body.value) : body
    },
    201,
  )
}
