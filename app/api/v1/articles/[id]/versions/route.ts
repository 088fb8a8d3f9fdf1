import { z } from 'zod'
import { answer, type Params, readBody } from '#app/api/http.ts'
import { OVERRIDE_WORDS, type OverrideKind } from '#lib/domain/publication/overrides.ts'
import { CHANGES } from '#lib/domain/publication/version.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'

const OVERRIDES = Object.keys(OVERRIDE_WORDS) as OverrideKind[]

const input = z.object({
  after: z.number().int().min(0).optional(),
  seen: z.array(z.string().max(64)).max(20_000).optional(),
  change: z.enum(CHANGES),
  overrides: z
    .array(
      z.object({
        kind: z.enum(OVERRIDES),
        fingerprint: z.string().max(64).nullable(),
        reason: z.string().trim().min(1, 'Say why.').max(1_000).transform(cleanText),
      }),
    )
    .max(200)
    .optional(),
  note: z.string().max(5_000).default('').transform(cleanText),
})

export async function POST(request: Request, { params }: Params<'id'>): Promise<Response> {
  // Before anything is waited for: another may publish meanwhile.
  const came = new Date()
  const { id } = await params
  return answer(
    request,
    async ({ context, actor }) => {
      const body = await readBody(request, input)
      return body.ok ? publishVersion(context, actor, id, { ...body.value, came }) : body
    },
    201,
  )
}
