import { settingsOfProcess } from '#lib/auth/settings.ts'
import { type Notice, renderReaderPage } from '#lib/domain/formats/reader-page.ts'
import { FORMATS, findFormat } from '#lib/domain/formats/registry.ts'
import type { Failure } from '#lib/domain/shared/result.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { proveVersion } from '#lib/usecases/prove-version.ts'
import {
  type PublishedVersion,
  readPublished,
  renderExport,
  retractionOf,
} from '#lib/usecases/read-published.ts'

/** No inline script runs; the style and the structured data stand in the page. */
const READER_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The page of the latest version, or of one. It revalidates: a notice may have come to it since. */
export async function servePage(slug: string, number: number | null): Promise<Response> {
  const found = await readPublished(serverContext(), slug, number)
  if (!found.ok) return missing(found.failure)
  const { newsroom, publicUrl } = settingsOfProcess()
  const { stored, version } = found.value
  const path = number === null ? `/read/${slug}` : `/read/${slug}/v/${number}`
  const exports = retractionOf(found.value) ? [] : FORMATS.filter(({ id }) => id !== 'html')
  const page = renderReaderPage({
    version,
    body: stored.body,
    notices: noticesOf(found.value),
    newspaper: newsroom,
    canonicalUrl: publicUrl && `${publicUrl}/read/${slug}`,
    signedWith: found.value.signedWith,
    formats: [...exports.map(({ id }) => id), ...proofsOf(found.value)].map((id) => {
      return { id, href: `${path}/${id}`, label: LABELS[id] ?? id }
    }),
  })
  return respondPage(page)
}

const LABELS: Readonly<Record<string, string>> = {
  jsonld: 'JSON-LD',
  json: 'Canonical JSON',
  markdown: 'Markdown',
  text: 'Plain text',
  csv: 'Table of sentences (CSV)',
  docx: 'Word processor (.docx)',
  proof: 'Signed copy (.zip)',
  signature: 'Signature',
}

export async function serveFormat(
  slug: string,
  number: number | null,
  id: string,
): Promise<Response> {
  const format = findFormat(id)
  const isKnown = format || id === 'signature' || id === 'proof'
  const found = isKnown ? await readPublished(serverContext(), slug, number) : null
  if (!found?.ok) return missing(found?.failure)
  if (id === 'signature') return respondSignature(found.value)
  const retraction = retractionOf(found.value)
  if (retraction) return missing({ kind: 'gone', message: retraction })
  if (!format) return respondProof(found.value)
  const body = renderExport(found.value, format)
  const { signature } = found.value.stored
  const signed = id === 'json' && signature !== null && { 'galley-signature': signature }
  if (typeof body === 'string')
    return respond(body, `${format.mediaType}; charset=utf-8`, signed || {})
  // Bytes are for another program: a browser keeps them under a name that says what they are.
  const name = `${found.value.stored.slug}.${format.extension}`
  return respond(body, format.mediaType, {
    'content-disposition': `attachment; filename="${name}"`,
  })
}

const UNSIGNED = 'It was published before versions were signed.'

/** The detached JWS over the SHA-256 of the JSON export. It has no words in it, and stays when they go. */
function respondSignature({ stored: { number, signature } }: PublishedVersion): Response {
  if (signature === null)
    return missing({ kind: 'notFound', message: `Version ${number} has no signature. ${UNSIGNED}` })
  return respond(`${signature}\n`, 'application/jose')
}

async function respondProof(found: PublishedVersion): Promise<Response> {
  const { number, slug } = found.stored
  const zip = await proveVersion(serverContext(), found, settingsOfProcess().publicUrl ?? '')
  if (!zip)
    return missing({ kind: 'notFound', message: `Version ${number} has no signature. ${UNSIGNED}` })
  return respond(zip, 'application/zip', {
    'content-disposition': `attachment; filename="${slug}-v${number}.zip"`,
  })
}

const proofsOf = (found: PublishedVersion): readonly string[] => {
  if (found.stored.signature === null) return []
  return retractionOf(found) ? ['signature'] : ['proof', 'signature']
}

/** A number from 1, as it stands in an address; null when it is none. */
export function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

export function respondPage(page: string): Response {
  return respond(page, 'text/html; charset=utf-8', { 'content-security-policy': READER_POLICY })
}

function respond(
  body: string | Uint8Array<ArrayBuffer>,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

export function missing(failure?: Failure): Response {
  const body = `${failure?.message ?? 'Nothing has been published at this address.'}\n`
  return new Response(body, {
    status: failure?.kind === 'gone' ? 410 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

function noticesOf({ stored, versions }: PublishedVersion): readonly Notice[] {
  const latest = versions.at(-1)
  const href = `/read/${stored.slug}`
  if (!latest) return []
  if (latest.change === 'retraction') {
    const text = `This article has been retracted. ${latest.note}`
    return [{ kind: 'retracted', text, ...(stored.number !== latest.number && { href }) }]
  }
  if (stored.number === latest.number) return []
  const later = versions.filter(({ number }) => number > stored.number)
  if (later.some(({ change }) => change === 'correction')) {
    return [{ kind: 'corrected', text: `Version ${stored.number} has been corrected since.`, href }]
  }
  return [{ kind: 'superseded', text: `Version ${stored.number} is not the latest.`, href }]
}
