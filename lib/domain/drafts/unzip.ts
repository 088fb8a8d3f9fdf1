import { Inflate } from 'fflate'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { MAX_DOCUMENT_BYTES } from '#lib/domain/text/document-file.ts'

/** Limits of a document. All but the last are checked by what its directory says, before anything is inflated [IMP8]. */
const MAX_ENTRIES = 10_000
/** Of all parts that are read. A document of 2,000 pages has 40 MiB. */
const MAX_INFLATED_BYTES = 128 * 1024 * 1024
/** XML of a long document shrinks to a twentieth, of the same page a thousand times to a two-hundredth. */
const MAX_RATIO = 400
/** Below this no ratio is a danger. */
const SMALL_BYTES = 4 * 1024 * 1024

const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50
const END_BYTES = 22
const COMMENT_BYTES = 0xffff
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8
/** So much is inflated at once: what it may grow to fits into memory. */
const SLICE = 16 * 1024

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** The parts of a document that has been opened. Their names are keys and never paths. */
export interface Parts {
  has(name: string): boolean
  names(): readonly string[]
  /** `most`: a part that is larger is refused, as one is that grows beyond all use. */
  read(name: string, most?: number): Result<Uint8Array | null>
}

/** Opens a zip archive by its directory. Nothing is inflated before it is asked for by name [IMP8]. */
export function openParts(bytes: Uint8Array): Result<Parts> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return refuse('is larger than 20 MiB')
  const found = entriesOf(bytes)
  if (!found.ok) return found
  const entries = new Map(found.value.map((entry) => [entry.name.toLowerCase(), entry]))
  if (entries.size !== found.value.length) return refuse('holds one part twice')
  let inflated = 0
  return ok({
    has: (name) => entries.has(name.toLowerCase()),
    names: () => found.value.map(({ name }) => name),
    read: (name, most = MAX_INFLATED_BYTES) => {
      const entry = entries.get(name.toLowerCase())
      if (!entry) return ok(null)
      const part = inflate(bytes, entry, Math.min(most, MAX_INFLATED_BYTES - inflated))
      if (part.ok) inflated += part.value.length
      return part
    },
  })
}

function entriesOf(bytes: Uint8Array): Result<readonly Entry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return refuse('is damaged or not whole')
  const count = view.getUint16(end + 10, true)
  if (count > MAX_ENTRIES) return refuse('has more parts than any document')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY)
      return refuse('is damaged or not whole')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return ok(entries)
}

/** Where the record stands that ends an archive: behind it there is a comment at most. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES)
  for (let at = view.byteLength - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

function inflate(bytes: Uint8Array, entry: Entry, room: number): Result<Uint8Array> {
  if (entry.encrypted) return refuse('is protected by a password')
  const large = entry.size > SMALL_BYTES && entry.size > entry.packed * MAX_RATIO
  if (large || entry.size > room) return refuse('would grow beyond all use when it is opened')
  const packed = packedOf(bytes, entry)
  if (!packed || (entry.method !== STORED && entry.method !== DEFLATED))
    return refuse('is damaged or not whole')
  if (entry.method === STORED) return ok(packed)
  return inflateTo(packed, entry.size)
}

function packedOf(bytes: Uint8Array, { at, packed }: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return null
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed)
}

/** Inflates to exactly the size that the directory promised: one that lies is stopped where it goes beyond. */
function inflateTo(packed: Uint8Array, size: number): Result<Uint8Array> {
  const out = new Uint8Array(size)
  let at = 0
  const stream = new Inflate((chunk) => {
    if (at + chunk.length <= size) out.set(chunk, at)
    at += chunk.length
  })
  try {
    for (let from = 0; from < packed.length && at <= size; from += SLICE)
      stream.push(packed.subarray(from, from + SLICE), from + SLICE >= packed.length)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refuse('is damaged or not whole')
  }
  return at === size ? ok(out) : refuse('is damaged or not whole')
}

export function refuse(what: string) {
  const remedy = 'Open it in a word processor, save it anew as .docx, and choose it again.'
  return fail({ kind: 'invalid', message: `The document ${what}. ${remedy}` })
}
