import { MAX_PICTURE_BYTES, PICTURE_TYPES } from '#lib/domain/figures/picture-file.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import type { ShownPicture } from '#lib/usecases/show-picture.ts'

const ENDINGS: Readonly<Record<string, string>> = Object.fromEntries(
  PICTURE_TYPES.map((type) => [type, type.replace('image/', '').replace('jpeg', 'jpg')]),
)

/** A picture as the body of a call, as it is. What it says of itself is not looked at: its bytes decide. */
export async function readPictureBody(request: Request): Promise<Result<Uint8Array>> {
  const message = 'The picture is larger than 20 MiB. Save it smaller, and add that.'
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > MAX_PICTURE_BYTES) return fail({ kind: 'invalid', message })
  const bytes = new Uint8Array(await request.arrayBuffer())
  return bytes.length > MAX_PICTURE_BYTES ? fail({ kind: 'invalid', message }) : ok(bytes)
}

/**
 * A picture, and nothing that a browser could take for a page, whatever its bytes say. It never changes under its
 * address. `name`: it is kept as a file instead of being shown.
 */
export function pictureResponse(
  { bytes, mediaType }: ShownPicture,
  audience: 'private' | 'public',
  name?: string,
): Response {
  const file = `attachment; filename="${name}.${ENDINGS[mediaType] ?? 'bin'}"`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'cache-control': `${audience}, max-age=31536000, immutable`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      ...(name !== undefined && { 'content-disposition': file }),
    },
  })
}
