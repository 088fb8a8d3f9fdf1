import { problem } from '#app/api/problem.ts'
import { serveCall } from '#app/api/serve-call.ts'
import { readCapture } from '#lib/usecases/read-captures.ts'

/** Kinds that a program may be told of. All else is bytes: no browser makes a page of them. */
const TOLD = /^(application\/pdf|image\/(png|jpeg|gif|webp|avif|tiff|bmp|heic)|audio\/[\w.+-]+)$/

/**
 * What came from outside, for people in the house [CAP9]: text as plain text, bytes as a file to keep. Whatever it is, a browser
 * shows it in a sandbox, without an origin, and guesses nothing.
 */
export function serveCapture(
  request: Request,
  wanted: { readonly sourceId: string; readonly captureId: string; readonly part: 'text' | 'raw' },
): Promise<Response> {
  return serveCall(request, async ({ context, actor }) => {
    const outcome = await readCapture(context, actor, wanted)
    if (!outcome.ok) return problem(outcome.failure)
    const { capture, bytes } = outcome.value
    const raw = TOLD.test(capture.mediaType) ? capture.mediaType : 'application/octet-stream'
    const name = capture.fileName || `${capture.rawHash.slice(0, 12)}.bin`
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...asAttachment(name),
        'content-type': wanted.part === 'text' ? 'text/plain; charset=utf-8' : raw,
        ...(wanted.part === 'text' && { 'content-disposition': 'inline' }),
        // It never changes, and is nobody's but this person's to keep.
        'cache-control': 'private, max-age=31536000, immutable',
      },
    })
  })
}

/** Headers of a file to keep: whatever it is, no browser makes a page of it. */
export function asAttachment(name: string): Record<string, string> {
  return {
    'content-disposition': `attachment; filename*=UTF-8''${encoded(name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** RFC 8187. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
}
