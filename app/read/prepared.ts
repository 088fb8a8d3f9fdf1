import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Coding } from '#lib/domain/shared/coding.ts'

/** A document as readers get it: its bytes, plain and packed, each under an ETag of its own. */
export interface Prepared {
  readonly tag: string
  readonly headers: Readonly<Record<string, string>>
  /** In which it is given out, the best first. */
  readonly codings: readonly Coding[]
  /** Packed when it is first asked for in this coding, and then kept. */
  body(coding: Coding): Promise<Uint8Array<ArrayBuffer>>
}

export interface Document {
  readonly body: string | Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** Larger ones are packed less hard: a reader waits for the first packing. */
const HARD_UP_TO = 512 * 1024
/** Less is not worth a header. */
const WORTH = 1024

/** What packs well is packed; what is packed already is not packed again. `grown`: is told of bytes that are kept. */
export function prepare({ body, headers }: Document, grown = (_bytes: number) => {}): Prepared {
  const identity = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  const isPacked = typeof body === 'string' && identity.length >= WORTH
  const made = new Map([['identity', Promise.resolve(identity)]])
  grown(identity.length)
  return {
    tag,
    headers,
    codings: isPacked ? ['br', 'gzip', 'identity'] : ['identity'],
    body: (coding) => {
      const known = made.get(coding)
      if (known || coding === 'identity') return known ?? Promise.resolve(identity)
      const packed = packedIn(coding, identity)
      made.set(coding, packed)
      // A failure is not kept: the next reader tries again.
      packed.then(
        ({ length }) => grown(length),
        () => made.delete(coding),
      )
      return packed
    },
  }
}

async function packedIn(
  coding: 'br' | 'gzip',
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const hard = bytes.length <= HARD_UP_TO
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = {
    [BROTLI_PARAM_QUALITY]: hard ? 11 : 6,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return new Uint8Array(
    await (coding === 'br'
      ? pack.br(bytes, { params })
      : pack.gzip(bytes, { level: hard ? 9 : 6 })),
  )
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
    const grown = (bytes: number) => this.#count(key, entry, bytes)
    const made = Promise.resolve()
      .then(make)
      .then((document) => prepare(document, grown))
    const entry = { made, size: 0 }
    this.#kept.set(key, entry)
    // A failure is not kept: the next reader tries again.
    made.catch(() => this.#kept.delete(key))
    return made
  }

  #count(key: string, entry: { size: number }, bytes: number) {
    if (this.#kept.get(key) !== entry) return
    entry.size += bytes
    this.#bytes += bytes
    for (const [oldest, { size }] of this.#kept) {
      if (this.#bytes <= this.#most) break
      this.#kept.delete(oldest)
      this.#bytes -= size
    }
  }
}
