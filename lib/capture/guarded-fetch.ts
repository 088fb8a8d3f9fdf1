import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { isSameAddress } from './addresses.ts'
import { boundedBody } from './bounded-body.ts'
import { LIMITS } from './limits.ts'
import {
  type Allowance,
  ownTrouble,
  Refused,
  type Resolve,
  resolveName,
  type Target,
  targetOf,
  Unreachable,
} from './target.ts'

export interface FetchRequest {
  readonly url: string
  /** Media types that are asked for. */
  readonly accept?: string
  readonly userAgent?: string
  /** What is sent; without, it is asked for with GET. */
  readonly post?: { readonly body: string; readonly headers: Readonly<Record<string, string>> }
}

/** An answer, whatever its status. */
export interface RawAnswer {
  readonly url: string
  readonly finalUrl: string
  /** Every step on the way says that it is for good. */
  readonly movedForGood: boolean
  readonly status: number
  /** As they came, without cookies. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly bytes: Uint8Array
}

export interface FetchParts {
  /** Tests give their own. */
  readonly resolve?: Resolve
  readonly allowance?: Allowance | null
  readonly limitMs?: number
}

const REDIRECTS = [301, 302, 303, 307, 308]
const FOR_GOOD = [301, 308]
/** Servers may announce that they work on it, not forever. */
const INTERIM = 10

/**
 * Gets a page from the public internet, and from nowhere else: each hop is checked anew, in limited time and size, and
 * nothing is said about who asks [CAP2] [CAP3]. Throws `Refused` or `Unreachable`, with a sentence for a person.
 */
export async function guardedFetch(
  request: FetchRequest,
  parts: FetchParts = {},
): Promise<RawAnswer> {
  const limit = AbortSignal.timeout(parts.limitMs ?? LIMITS.fetchMs)
  const tooSlow = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(new Unreachable('The server takes too long.')))
  })
  return Promise.race([follow(request, parts, limit), tooSlow])
}

async function follow(
  request: FetchRequest,
  { resolve = resolveName, allowance = null }: FetchParts,
  limit: AbortSignal,
): Promise<RawAnswer> {
  let address = request.url
  let movedForGood = true
  for (let hop = 0; hop <= LIMITS.redirects; hop++) {
    const target = await targetOf(address, resolve, allowance)
    const response = await send(target, request, limit)
    const status = response.statusCode ?? 0
    const { location } = response.headers
    if (REDIRECTS.includes(status) && location) {
      response.destroy()
      if (!URL.canParse(location, target.url)) throw new Refused('The page leads to no address.')
      movedForGood &&= FOR_GOOD.includes(status)
      address = new URL(location, target.url).href
      continue
    }
    const bytes = await boundedBody(response)
    const headers = headersOf(response)
    const finalUrl = target.url.href
    const hasMoved = hop > 0 && movedForGood
    return { url: request.url, finalUrl, movedForGood: hasMoved, status, headers, bytes }
  }
  throw new Refused('The page leads on and on: more than 3 redirects are not followed.')
}

/** One exchange with the machines that were checked, and no other. */
export function send(
  target: Target,
  request: FetchRequest,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const start = target.url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const asked = start(optionsOf(target, request, signal))
    let interim = 0
    asked.on('information', () => {
      interim += 1
      if (interim > INTERIM) asked.destroy(new Refused('The server promises, and does not answer.'))
    })
    asked.on('upgrade', (_response, socket) => {
      socket.destroy()
      reject(new Refused('The server wants to speak something else.'))
    })
    asked.on('error', (error) => reject(inWords(error)))
    asked.on('response', (response) => {
      // What is pinned is looked at once more: the promise is about where the bytes come from.
      const from = response.socket.remoteAddress ?? ''
      if (target.addresses.some((address) => isSameAddress(address, from))) resolve(response)
      else {
        asked.destroy()
        reject(new Refused('The answer comes from an address that was not asked.'))
      }
    })
    asked.end(request.post?.body)
  })
}

function optionsOf(target: Target, request: FetchRequest, signal: AbortSignal): RequestOptions {
  const { url, port, host, addresses } = target
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }))
  return {
    ...{
      method: request.post ? 'POST' : 'GET',
      host,
      port,
      path: url.pathname + url.search,
      signal,
    },
    // A connection of its own, that no other request shares, and that knows no proxy.
    agent: false,
    maxHeaderSize: LIMITS.headerBytes,
    insecureHTTPParser: false,
    lookup: (_name, options, done) => {
      const [first] = pinned
      if (options.all) done(null, pinned)
      else done(null, first?.address ?? '', first?.family)
    },
    headers: {
      host: url.host,
      accept: request.accept ?? 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      'user-agent': request.userAgent ?? 'Galley (a newsroom reads its source)',
      ...(request.post && {
        ...{ ...request.post.headers, accept: '*/*' },
        'content-length': Buffer.byteLength(request.post.body),
      }),
    },
  }
}

function inWords(error: NodeJS.ErrnoException): Error {
  if (error instanceof Refused || error instanceof Unreachable) return error
  const cause = { cause: error }
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new Refused('The answer begins with more headers than are read.', cause)
  if (error.code?.startsWith('HPE_')) return new Refused('The answer is not HTTP.', cause)
  if (/CERT|SIGNATURE|ISSUER/.test(error.code ?? ''))
    return new Refused('The certificate of the server is not valid.', cause)
  return ownTrouble(error) ?? new Unreachable('The server cannot be reached.', cause)
}

/** Cookies are what a server tells one reader: they are neither kept nor sent. */
function headersOf({ rawHeaders }: IncomingMessage): RawAnswer['headers'] {
  const pairs: [string, string][] = []
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    pairs.push([(rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? ''])
  return pairs.filter(([name]) => !/^set-cookie2?$/.test(name))
}
