import type { IncomingMessage, ServerResponse } from 'node:http'

/** More than any call takes: the HTTP interface says 8 MiB in words of its own. */
const MAX_BYTES = 12 * 1024 * 1024

/** A document with its pictures, which says 20 MiB in words of its own. */
const MAX_DOCUMENT_BYTES = 22 * 1024 * 1024

/** A picture, which says 20 MiB in words of its own. */
const MAX_PICTURE_BYTES = 22 * 1024 * 1024
/** A file for a source, which says 50 MiB in words of its own. */
const MAX_UPLOAD_BYTES = 52 * 1024 * 1024

/** A larger body is taken only where files are given, and where articles are made, of what says that it is a document. */
export function limitOf({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): number {
  const isUpload = /^\/api\/v1\/sources\/([\w-]+\/captures\/uploads|details\/file)(\?|$)/.test(url)
  if (method === 'POST' && isUpload) return MAX_UPLOAD_BYTES
  const isDocument = /wordprocessingml|ms-word/.test(headers['content-type'] ?? '')
  const isArticle = method === 'POST' && /^\/api\/v1\/articles(\?|$)/.test(url)
  if (isArticle && isDocument) return MAX_DOCUMENT_BYTES
  const isPicture = method === 'POST' && /^\/api\/v1\/articles\/[^/?]+\/pictures(\?|$)/.test(url)
  return isPicture ? MAX_PICTURE_BYTES : MAX_BYTES
}

/**
 * Ends requests whose body grows beyond all use, before anybody has signed in or gathered it in memory. False: the
 * request is answered.
 */
export function limitBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes = limitOf(request),
): boolean {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) {
    response.writeHead(413, { connection: 'close' }).end()
    return false
  }
  let bytes = 0
  // Paused, a listener only looks on: the body flows when the one who reads it lets it.
  request.pause()
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) request.destroy()
  })
  return true
}
