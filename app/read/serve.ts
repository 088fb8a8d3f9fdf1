import { createHash } from 'node:crypto'
import type { Format } from '#lib/domain/formats/format.ts'
import { MISSING_PAGE_CSS, renderMissingPage } from '#lib/domain/formats/missing-page.ts'
import { READER_CSS } from '#lib/domain/formats/reader-css.ts'
import { renderReaderPage } from '#lib/domain/formats/reader-page.ts'
import { FORMATS, findFormat } from '#lib/domain/formats/registry.ts'
import { articlePath, versionPath } from '#lib/domain/formats/site.ts'
import type { Version } from '#lib/domain/publication/version.ts'
import type { Failure } from '#lib/domain/shared/result.ts'
import { planDossier } from '#lib/usecases/collect-dossier.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { proveVersion } from '#lib/usecases/prove-version.ts'
import { readTexts } from '#lib/usecases/read-changes.ts'
import {
  type PublishedVersion,
  readerPageOf,
  readPublished,
  renderExport,
  retractionOf,
} from '#lib/usecases/read-published.ts'
import { readSentence } from '#lib/usecases/read-sentence.ts'
import { type Document, prepare } from './prepared.ts'
import { type ReaderScript, readerScript } from './reader-script.ts'
import { respond } from './respond.ts'
import { preparedOfProcess, siteOfProcess } from './site.ts'

/** No style but the page's own, and no script but the one with these bytes; it may ask this site. */
function policyOf(style: string, script?: ReaderScript): string {
  const hash = createHash('sha256').update(style).digest('base64')
  const runs = script ? `script-src '${script.integrity}'; connect-src 'self'; ` : ''
  return `default-src 'none'; ${runs}style-src 'sha256-${hash}'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

/** An export is for programs: where a browser shows it all the same, it is inert. Any page may fetch it, nobody's cookie with it. */
const EXPORT_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'access-control-allow-origin': '*',
}

const READER_POLICY = policyOf(READER_CSS)

/** The page of the latest version, or of one. It revalidates: a notice may have come to it since. */
export async function servePage(
  request: Request,
  slug: string,
  number: number | null,
): Promise<Response> {
  const found = await readPublished(serverContext(), slug, number)
  if (!found.ok) return missingPage(request, found.failure)
  const context = serverContext()
  return once(request, keyOf('page', number, found.value), async () => {
    const page = renderPage(found.value, number, await readTexts(context, found.value))
    return pageDocument(page, policyOf(READER_CSS, readerScript()))
  })
}

function renderPage(
  published: PublishedVersion,
  number: number | null,
  texts: readonly Version[],
): string {
  const { stored } = published
  const site = siteOfProcess()
  const path = number === null ? articlePath(stored) : versionPath(stored)
  return renderReaderPage({
    ...readerPageOf(published, site),
    texts,
    corrections: site.corrections,
    script: readerScript(),
    preview: `${versionPath(stored)}/preview.png`,
    formats: offeredOf(published, path),
  })
}

/** What was retracted is given out by its page alone; its feeds tell that, and its signature has no words in it. */
function offeredOf(published: PublishedVersion, path: string) {
  const isRetracted = retractionOf(published) !== null
  const tells = isLatest(published) ? TELL : []
  const exports = FORMATS.filter(({ id }) => (isRetracted ? tells.includes(id) : id !== 'html'))
  const others = OTHERS.filter(({ id }) =>
    id === 'dossier'
      ? !isRetracted
      : published.stored.signature !== null && (id === 'signature' || !isRetracted),
  )
  return [...exports, ...others].map(({ id, label, mediaType }) => ({
    id,
    href: `${path}/${id}`,
    label,
    mediaType,
  }))
}

/** Formats that tell of a retraction and hold no words of what was retracted. */
const TELL: readonly string[] = ['atom', 'feed']

const ZIP = 'application/zip'
/** What is made of more than a version. */
const OTHERS = [
  { id: 'dossier', label: 'Dossier (.zip)', mediaType: ZIP },
  { id: 'proof', label: 'Signed copy (.zip)', mediaType: ZIP },
  { id: 'signature', label: 'Signature', mediaType: 'application/jose' },
]

export async function serveFormat(
  request: Request,
  slug: string,
  number: number | null,
  id: string,
): Promise<Response> {
  const format = findFormat(id)
  const other = OTHERS.find((one) => one.id === id)
  const found = format || other ? await readPublished(serverContext(), slug, number) : null
  if (!found?.ok) return missing(found?.failure)
  if (id === 'signature') return serveSignature(request, found.value)
  const retraction = retractionOf(found.value)
  if (retraction && !(TELL.includes(id) && isLatest(found.value)))
    return missing({ kind: 'gone', message: retraction })
  if (format) return serveExport(request, number, found.value, format)
  return id === 'proof'
    ? serveProof(request, found.value)
    : serveDossier(request, number, found.value)
}

function isLatest({ stored, versions }: PublishedVersion): boolean {
  return stored.number === versions.at(-1)?.number
}

function serveExport(
  request: Request,
  number: number | null,
  published: PublishedVersion,
  format: Format,
): Promise<Response> {
  const { signature } = published.stored
  return once(request, keyOf(format.id, number, published), async () => ({
    body: renderExport(
      published,
      format,
      siteOfProcess(),
      format.id === 'html' ? await readTexts(serverContext(), published) : [],
    ),
    headers: {
      ...EXPORT_HEADERS,
      ...(format.id === 'html' && { 'content-security-policy': READER_POLICY }),
      ...(format.id === 'json' && signature !== null && { 'galley-signature': signature }),
      'content-type': contentType(format.mediaType),
      ...dispositionOf(format, number, published),
    },
  }))
}

/** The detached JWS over the SHA-256 of the JSON export. It has no words in it, and stays when they go. */
async function serveSignature(
  request: Request,
  { stored: { number, signature } }: PublishedVersion,
): Promise<Response> {
  if (signature === null) return unsigned(number)
  const headers = { ...EXPORT_HEADERS, 'content-type': 'application/jose' }
  return respond(request, prepare({ body: `${signature}\n`, headers }))
}

async function serveProof(request: Request, published: PublishedVersion): Promise<Response> {
  const { number } = published.stored
  const zip = await proveVersion(serverContext(), published, siteOfProcess().base ?? '')
  if (!zip) return unsigned(number)
  const headers = {
    ...EXPORT_HEADERS,
    'content-type': ZIP,
    ...dispositionOf({ id: 'proof', extension: 'zip' }, number, published, 'attachment'),
  }
  return respond(request, prepare({ body: zip, headers }))
}

function unsigned(number: number): Response {
  const message = `Version ${number} has no signature. It was published before versions were signed.`
  return missing({ kind: 'notFound', message })
}

async function serveDossier(
  request: Request,
  number: number | null,
  published: PublishedVersion,
): Promise<Response> {
  const { key, pack } = await planDossier(serverContext(), published, siteOfProcess())
  const dossier = { id: 'dossier', extension: 'dossier.zip' }
  return once(request, `${keyOf('dossier', number, published)} ${key}`, async () => ({
    body: await pack(),
    headers: {
      ...EXPORT_HEADERS,
      'content-type': ZIP,
      ...dispositionOf(dossier, published.stored.number, published, 'attachment'),
    },
  }))
}

/** One sentence of the latest version that has it, or of one version. */
export async function serveSentence(
  request: Request,
  slug: string,
  version: number | null,
  id: string,
): Promise<Response> {
  const found = await readSentence(serverContext(), { slug, version, id }, siteOfProcess())
  if (!found.ok) return missing(found.failure)
  const headers = { ...EXPORT_HEADERS, 'content-type': 'application/json' }
  return respond(request, prepare({ body: found.value, headers }))
}

/** What is made of the list of articles, which is short and changes: packed each time. */
export async function serveList(request: Request, body: string, type: string): Promise<Response> {
  const headers = { ...EXPORT_HEADERS, 'content-type': contentType(type) }
  return respond(request, prepare({ body, headers }))
}

export async function servePacked(
  request: Request,
  page: string,
  style: string,
): Promise<Response> {
  return respond(request, prepare(pageDocument(page, policyOf(style))))
}

/** A number from 1, as it stands in an address; null when it is none. */
export function versionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null
}

/** In the place of a page: to a browser a page of the newspaper, to programs the sentence alone. */
export function missingPage(request: Request, failure?: Failure): Response {
  const plain = missing(failure)
  plain.headers.set('vary', 'Accept')
  if (!request.headers.get('accept')?.includes('text/html')) return plain
  const { newspaper } = siteOfProcess()
  const { status, headers } = plain
  const isGone = failure?.kind === 'gone'
  const { body, headers: own } = pageDocument(
    renderMissingPage({ newspaper, message: failure?.message ?? NOTHING, isGone }),
    policyOf(MISSING_PAGE_CSS),
  )
  return new Response(body, { status, headers: { ...Object.fromEntries(headers), ...own } })
}

const NOTHING = 'Nothing has been published at this address.'

export function missing(failure?: Failure): Response {
  const body = `${failure?.message ?? NOTHING}\n`
  return new Response(body, {
    status: failure?.kind === 'gone' ? 410 : 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function once(
  request: Request,
  key: string,
  make: () => Document | Promise<Document>,
): Promise<Response> {
  return respond(request, await preparedOfProcess().get(key, make))
}

/** All that a document of a version depends on; what was taken down since has other bytes, and its neighbours other notices. */
function keyOf(
  kind: string,
  number: number | null,
  { stored, versions }: PublishedVersion,
): string {
  const { hash, canonical, body, slug, signature } = stored
  const sizes = `${canonical.length} ${body.length}`
  const gone = versions.flatMap((version) => (version.takenDownAt ? version.number : []))
  return [kind, number, slug, hash, sizes, signature, versions.at(-1)?.hash, gone].join(' ')
}

function pageDocument(body: string, policy: string): Document {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
  return { body, headers }
}

/** JSON is UTF-8 by its definition; the others are told. */
function contentType(mediaType: string): string {
  return /^text\/|\+xml$|\/xml$|bibtex$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType
}

/** The name under which it is kept. Bytes are for another program: a browser keeps them. */
function dispositionOf(
  { extension, id }: Pick<Format, 'id' | 'extension'>,
  number: number | null,
  { stored }: PublishedVersion,
  manner = id === 'docx' ? 'attachment' : 'inline',
): Readonly<Record<string, string>> {
  const name = stored.slug.replace(/[^A-Za-z0-9.-]+/g, '-')
  const version = number === null ? '' : `-v${number}`
  return { 'content-disposition': `${manner}; filename="${name}${version}.${extension}"` }
}
