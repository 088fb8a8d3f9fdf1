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
  /** Names and values by turns, as they go out: nothing is left to do for the next reader. */
  readonly headers: readonly string[]
  /** For whoever has the body already. */
  readonly headersAlone: readonly string[]
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
    const said = listed(response.getHeaders())
    const kept = {
      headers: [...said.flat(), 'content-length', String(body.length)],
      headersAlone: said.filter(([name]) => !OF_BODY.has(name)).flat(),
      ...{ etag, body, until: this.#now() + LASTING },
    }
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
  const { host = '', 'x-forwarded-proto': scheme = '', 'accept-encoding': accepted = '' } = headers
  const key = `${host}\n${codingsOf(String(accepted))}\n${scheme}\n${url}`
  return key.length <= MOST_KEY ? key : null
}

/** How browsers say it: a handful of spellings, read once each. */
const SPELLINGS = new Map<string, string>()
const MOST_SPELLINGS = 64
const MOST_SPELLING = 128

function codingsOf(accepted: string): string {
  const known = SPELLINGS.get(accepted)
  if (known !== undefined) return known
  const codings = codingsIn(accepted)
  if (accepted.length > MOST_SPELLING) return codings
  // Whoever makes up spellings puts the others out for one answer.
  if (SPELLINGS.size >= MOST_SPELLINGS) SPELLINGS.clear()
  SPELLINGS.set(accepted, codings)
  return codings
}

/** Of the header only the codings that we have, with their weights; of names that browsers send there are thousands of spellings. */
function codingsIn(accepted: string): string {
  const parts = accepted.toLowerCase().replace(/\s/g, '').split(',')
  return parts
    .filter((part) => /^(br|gzip|identity|\*)(;|$)/.test(part))
    .sort()
    .join()
}

/** Names and headers take room as well. */
function sizeOf(key: string, { body, headers }: Kept): number {
  const said = headers.reduce((sum, { length }) => sum + length, 0)
  return body.length + 2 * said + 2 * key.length
}

/** Said anew with each answer, by its length. */
const OF_LENGTH = new Set(['content-length', 'transfer-encoding'])
/** Of a body that does not come. */
const OF_BODY = new Set(['content-type', 'content-encoding'])

function listed(headers: OutgoingHttpHeaders): readonly (readonly [string, string])[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined || OF_LENGTH.has(name)
      ? []
      : [value].flat().map((one) => [name, String(one)] as const),
  )
}

function send(kept: Kept, { method, headers }: IncomingMessage, response: ServerResponse) {
  if (isKnown(headers['if-none-match'], kept.etag)) {
    response.writeHead(304, kept.headersAlone as string[]).end()
    return
  }
  response.writeHead(200, kept.headers as string[])
  response.end(method === 'HEAD' ? undefined : kept.body)
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((tag) => [etag, '*'].includes(tag.trim().replace(/^W\//, '')))
}
