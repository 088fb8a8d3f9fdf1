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

/** A tag of bytes that never change under their name: the name itself. */
function isHeld(request: Request, etag: string): boolean {
  const tags = request.headers.get('if-none-match')?.split(',') ?? []
  return tags.some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')))
}

/**
 * A picture, and nothing that a browser could take for a page, whatever its bytes say. It never changes under its
 * address, and is not sent to whoever has it. `tag`: what no other bytes have. `name`: it is kept as a file instead of being shown.
 */
export function pictureResponse(
  request: Request,
  { bytes, mediaType }: ShownPicture,
  { tag, audience, name }: { tag: string; audience: 'private' | 'public'; name?: string },
): Response {
  const etag = `"${tag}"`
  const file = `attachment; filename="${name}.${ENDINGS[mediaType] ?? 'bin'}"`
  const held = isHeld(request, etag)
  return new Response(held ? null : new Uint8Array(bytes), {
    status: held ? 304 : 200,
    headers: {
      etag,
      'content-type': mediaType,
      'cache-control': `${audience}, max-age=31536000, immutable`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      ...(name !== undefined && { 'content-disposition': file }),
    },
  })
}
