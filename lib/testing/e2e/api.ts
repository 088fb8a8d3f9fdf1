import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import { DOCX_TYPE } from '#lib/domain/text/document-file.ts'

/** The HTTP interface as another system uses it: bearer tokens and JSON. */
export interface Reply<T = Record<string, unknown>> {
  readonly status: number
  readonly type: string
  readonly body: T
}

export interface Client {
  /** `body`: bytes are sent as a document, all else as JSON. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Reply<T>>
}

export interface ApiSentence {
  readonly index: number
  readonly block: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly annotationIds: readonly string[]
  readonly kind: string | null
  readonly evidence: string
  /** Whether it has a passage or a place in its source. */
  readonly evidenced: boolean
  readonly citations: readonly Citation[]
  readonly review: string
  readonly display: string
  readonly confidence: string | null
  readonly fingerprint: string
}

/** A client without rights. */
export function anonymous(url: string): Client {
  return client(url, null)
}

/** Tokens by server and address: to make one takes a quarter of a second, because guessing passwords must be slow. */
const tokens = new Map<string, string>()

/** A client with a token of this demo person: that of before, as long as it lasts. */
export async function signedIn(url: string, email: string): Promise<Client> {
  const key = `${url} ${email}`
  const known = client(url, tokens.get(key) ?? null)
  // Another server may have the port of one that is gone, and a test may have ended the token.
  if (tokens.has(key) && (await known.call('GET', '/api/v1/notices/unread')).status === 200)
    return known
  const made = await anonymous(url).call<{ token: string }>('POST', '/api/v1/tokens', {
    email,
    password: 'demo',
    name: 'tests',
  })
  if (made.status !== 201) throw new Error(`No token for ${email}: ${JSON.stringify(made.body)}`)
  tokens.set(key, made.body.token)
  return client(url, made.body.token)
}

function client(url: string, token: string | null): Client {
  return {
    async call<T>(method: string, path: string, body?: unknown): Promise<Reply<T>> {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          'content-type': body instanceof Uint8Array ? DOCX_TYPE : 'application/json',
        },
        ...(body !== undefined && {
          body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body),
        }),
      })
      const text = await response.text()
      const type = response.headers.get('content-type') ?? ''
      return {
        status: response.status,
        type,
        body: (type.includes('json') ? JSON.parse(text) : text) as T,
      }
    },
  }
}

export async function sentencesOf(client: Client, id: string): Promise<readonly ApiSentence[]> {
  const reply = await client.call<{ sentences: readonly ApiSentence[] }>(
    'GET',
    `/api/v1/articles/${id}/sentences`,
  )
  if (reply.status !== 200) throw new Error(`No sentences: ${JSON.stringify(reply.body)}`)
  return reply.body.sentences
}

export interface ApiDecision {
  readonly index: number
  readonly fingerprint: string
  readonly verdict: string
  readonly note?: string
}

/** Decides on sentences, each in a call of its own: few may be approved together. The answers that are not 200. */
export async function decideEach(
  client: Client,
  id: string,
  decisions: readonly ApiDecision[],
): Promise<readonly Reply[]> {
  const refused: Reply[] = []
  for (const decision of decisions) {
    const reply = await client.call('POST', `/api/v1/articles/${id}/decisions`, [decision])
    if (reply.status !== 200) refused.push(reply)
  }
  return refused
}

/** Approves whatever of the article is let through; the answers that are not 200. */
export async function approveEach(
  client: Client,
  id: string,
  wanted: (sentence: ApiSentence) => boolean = () => true,
): Promise<readonly Reply[]> {
  const seen = (await sentencesOf(client, id)).filter(wanted)
  const verdict = 'approve'
  return decideEach(
    client,
    id,
    seen.map(({ index, fingerprint }) => ({ index, fingerprint, verdict })),
  )
}
