import { z } from 'zod'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { CHANGES, DOCUMENT_TYPES, MAX_DOCUMENT_BYTES } from '#lib/domain/text/document-file.ts'
import type { NewArticle } from '#lib/usecases/new-article.ts'

/** What is said beside a document, in the address. */
export const documentQuery = z.object({
  lang: z.string().max(35).default('en'),
  headline: z.string().max(500).default(''),
  changes: z.enum(CHANGES).default('accept'),
})

export function isDocument(request: Request): boolean {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';')
  return DOCUMENT_TYPES.includes(type.trim().toLowerCase())
}

/** A document as the body of a call, as it is: in JSON it would be a third larger and twice in memory. */
export async function readDocument(request: Request): Promise<Result<NewArticle>> {
  const query = documentQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) {
    const [issue] = query.error.issues
    return fail({ kind: 'invalid', message: `${issue?.path.join('.')}: ${issue?.message}` })
  }
  const message = 'The document is larger than 20 MiB. Take its pictures out, or split it.'
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_DOCUMENT_BYTES) return fail({ kind: 'invalid', message })
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > MAX_DOCUMENT_BYTES) return fail({ kind: 'invalid', message })
  return ok({ format: 'docx', bytes, ...query.data })
}
