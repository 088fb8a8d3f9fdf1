import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A document as readers get it: its bytes, plain and packed, each under an ETag of its own. */
export interface Prepared {
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
  readonly bodies: Readonly<Partial<Record<Coding, Uint8Array<ArrayBuffer>>>> & {
    readonly identity: Uint8Array<ArrayBuffer>
  }
}

export type Coding = 'br' | 'gzip' | 'identity'

export interface Document {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** Larger ones are packed less hard: a reader waits for the first packing. */
const HARD_UP_TO = 512 * 1024
/** Less is not worth a header. */
const WORTH = 1024

/** Packs what packs well; what is packed already is not packed again. */
export async function prepare({ body, headers }: Document): Promise<Prepared> {
  const identity = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  if (typeof body !== 'string' || identity.length < WORTH)
    return { tag, headers, bodies: { identity } }
  const hard = identity.length <= HARD_UP_TO
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = {
    [BROTLI_PARAM_QUALITY]: hard ? 11 : 6,
    [BROTLI_PARAM_SIZE_HINT]: identity.length,
  }
  const [br, gz] = await Promise.all([
    pack.br(identity, { params }),
    pack.gzip(identity, { level: hard ? 9 : 6 }),
  ])
  return { tag, headers, bodies: { identity, br: new Uint8Array(br), gzip: new Uint8Array(gz) } }
}

/** What was prepared, up to a number of bytes; what was not asked for longest goes first. Each is made once. */
export class PreparedDocuments {
  readonly #most: number
  readonly #kept = new Map<string, { readonly made: Promise<Prepared>; size: number }>()
  #bytes = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => Document | Promise<Document>): Promise<Prepared> {
    const known = this.#kept.get(key)
    if (known) {
      this.#kept.delete(key)
      this.#kept.set(key, known)
      return known.made
    }
    const entry = { made: Promise.resolve().then(make).then(prepare), size: 0 }
    this.#kept.set(key, entry)
    entry.made.then(
      (prepared) => this.#count(key, entry, prepared),
      // A failure is not kept: the next reader tries again.
      () => this.#kept.delete(key),
    )
    return entry.made
  }

  #count(key: string, entry: { size: number }, { bodies }: Prepared) {
    if (this.#kept.get(key) !== entry) return
    entry.size = Object.values(bodies).reduce((sum, body) => sum + body.length, 0)
    this.#bytes += entry.size
    for (const [oldest, { size }] of this.#kept) {
      if (this.#bytes <= this.#most) break
      this.#kept.delete(oldest)
      this.#bytes -= size
    }
  }
}
