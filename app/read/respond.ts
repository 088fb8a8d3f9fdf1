import { accepts } from '#lib/domain/shared/coding.ts'
import type { Prepared } from './prepared.ts'

/** The document in the coding that the reader takes; 304 without a body when they have it already. */
export async function respond(request: Request, prepared: Prepared): Promise<Response> {
  const { tag, headers, codings } = prepared
  const accepted = request.headers.get('accept-encoding') ?? ''
  const coding = codings.find((one) => accepts(accepted, one)) ?? 'identity'
  const etag = `"${coding === 'identity' ? tag : `${tag}-${coding}`}"`
  const shared = {
    'x-content-type-options': 'nosniff',
    // Packed by us already, and the tag is of these bytes: nobody on the way packs them anew.
    'cache-control': 'no-cache, no-transform',
    ...headers,
    etag,
    vary: 'Accept-Encoding',
    // Here and below under names of ours, because Next drops or adds to the others: the server puts them right.
    'galley-vary': 'Accept-Encoding',
  }
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, { status: 304, headers: shared })
  const body = await prepared.body(coding)
  return new Response(body, {
    headers: {
      ...shared,
      'galley-content-length': String(body.length),
      ...(coding !== 'identity' && { 'galley-content-encoding': coding }),
    },
  })
}

/** A tag may come back weakened by somebody on the way. */
function isKnown(header: string | null, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}
