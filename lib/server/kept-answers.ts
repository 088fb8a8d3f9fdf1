import type {
  IncomingHttpHeaders,
  IncomingMessage,
  OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'

/** How long readers are answered without the database being asked; another process may have published meanwhile. */
const LASTING = 1000
const MOST_BYTES = 32 * 1024 * 1024
/** Whoever asks under many names, each answer short, fills no memory with names and headers. */
const MOST_ANSWERS = 4096
/** Longer addresses and names of hosts are nobody's that read here. */
const MOST_KEY = 1024
/** What is larger is a download, not a page. */
const MOST_EACH = 1024 * 1024
/** Pages and exports of versions. Lists of all articles may hold addresses that depend on how they were asked for. */
const KEPT = /^\/read\/[^/?]+(\/[^?]*)?$/

interface Kept {
  readonly headers: OutgoingHttpHeaders
  readonly etag: string
  readonly body: Buffer
  until: number
}

/**
 * Answers to readers, given again for a second: what many read at once is rendered, looked up and routed once [FMT29].
 * Only what was good is kept, and all of it goes when this process publishes or takes down.
 */
export class KeptAnswers {
  readonly #now: () => number
  readonly #most: number
  readonly #kept = new Map<string, Kept>()
  #bytes = 0
  #generation = 0

  constructor(now = () => performance.now(), most = MOST_ANSWERS) {
    this.#now = now
    this.#most = most
  }

  forget(): void {
    this.#generation++
    this.#kept.clear()
    this.#bytes = 0
  }

  /** True: it is answered. False: somebody else has to, and what they say is kept. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { method, url = '', headers } = request
    if ((method !== 'GET' && method !== 'HEAD') || !KEPT.test(url) || headers.range) return false
    const key = keyOf(headers, url)
    if (key === null) return false
    const kept = this.#kept.get(key)
    if (kept && this.#now() < kept.until) {
      send(kept, request, response)
      return true
    }
    // One asks anew; those who come meanwhile get what there is.
    if (kept) kept.until = this.#now() + LASTING
    if (method === 'GET') this.#listen(key, response)
    return false
  }

  #listen(key: string, response: ServerResponse): void {
    const generation = this.#generation
    const parts: Buffer[] = []
    const { write, end } = response
    let size = 0
    const note = (part: unknown) => {
      if (typeof part !== 'string' && !(part instanceof Uint8Array)) return
      size += part.length
      if (size <= MOST_EACH) parts.push(Buffer.from(part))
    }
    response.write = ((...given: Parameters<typeof write>) => {
      note(given[0])
      return write.apply(response, given)
    }) as typeof write
    response.end = ((...given: Parameters<typeof end>) => {
      note(given[0])
      return end.apply(response, given)
    }) as typeof end
    response.once('finish', () => {
      if (generation === this.#generation && size <= MOST_EACH)
        this.#keep(key, response, Buffer.concat(parts))
    })
  }

  #keep(key: string, response: ServerResponse, body: Buffer): void {
    const { statusCode: status } = response
    // Next sets lists, also of one.
    const etag = [response.getHeader('etag')].flat().at(0)
    const old = this.#kept.get(key)
    // Whoever has it already was told so; it stands for the others too.
    if (status === 304 && old?.etag === etag) return
    if (old) this.#bytes -= sizeOf(key, old)
    this.#kept.delete(key)
    if (status !== 200 || typeof etag !== 'string' || response.hasHeader('set-cookie')) return
    const kept = { headers: response.getHeaders(), etag, body, until: this.#now() + LASTING }
    this.#kept.set(key, kept)
    this.#bytes += sizeOf(key, kept)
    for (const [oldest, entry] of this.#kept) {
      if (this.#bytes <= MOST_BYTES && this.#kept.size <= this.#most) break
      this.#kept.delete(oldest)
      this.#bytes -= sizeOf(oldest, entry)
    }
  }
}

/**
 * What an answer depends on: the address, under which name it was asked for, and the codings that are taken, as the pages know them. What
 * else stands in the headers makes no other answer. Null: too long to be kept.
 */
function keyOf(headers: IncomingHttpHeaders, url: string): string | null {
  const { host = '', 'x-forwarded-proto': scheme = '' } = headers
  const key = [host, codingsOf(headers), String(scheme), url].join('\n')
  return key.length <= MOST_KEY ? key : null
}

/** Of the header only the codings that we have, with their weights; of names that browsers send there are thousands of spellings. */
function codingsOf({ 'accept-encoding': header = '' }: IncomingHttpHeaders): string {
  const parts = String(header).toLowerCase().replace(/\s/g, '').split(',')
  return parts
    .filter((part) => /^(br|gzip|identity|\*)(;|$)/.test(part))
    .sort()
    .join()
}

/** Names and headers take room as well. */
function sizeOf(key: string, { body, headers }: Kept): number {
  const said = Object.entries(headers).reduce(
    (sum, [name, value]) => sum + name.length + String(value).length,
    0,
  )
  return body.length + said + 2 * key.length
}

function send({ headers, etag, body }: Kept, request: IncomingMessage, response: ServerResponse) {
  const known = request.headers['if-none-match']?.split(',') ?? []
  const has = known.some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
  for (const [name, value] of Object.entries(headers)) {
    const isOfBody = name === 'content-length' || name === 'transfer-encoding'
    if (value !== undefined && !isOfBody) response.setHeader(name, value)
  }
  if (has) {
    response.removeHeader('content-type')
    response.removeHeader('content-encoding')
    response.writeHead(304).end()
    return
  }
  response.setHeader('content-length', body.length)
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body)
}
