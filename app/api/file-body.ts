import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { MAX_UPLOAD_BYTES } from '#lib/usecases/upload-capture.ts'

/** A file as the body of a call, as it is. */
export async function readFileBody(request: Request): Promise<Result<Uint8Array>> {
  const message = 'The file is larger than 50 MiB. Split it.'
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_UPLOAD_BYTES) return fail({ kind: 'invalid', message })
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > MAX_UPLOAD_BYTES ? fail({ kind: 'invalid', message }) : ok(bytes)
}
