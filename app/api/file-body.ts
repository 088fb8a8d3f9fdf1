import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { MOST_FILE_BYTES } from '#lib/domain/sourcing/given.ts'

/** A file as the body of a call, as it is. */
export async function readFileBody(request: Request): Promise<Result<Uint8Array>> {
  const message = 'The file is larger than 50 MiB. Split it.'
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MOST_FILE_BYTES) return fail({ kind: 'invalid', message })
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > MOST_FILE_BYTES ? fail({ kind: 'invalid', message }) : ok(bytes)
}
