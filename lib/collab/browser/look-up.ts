import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { describeFound } from '#lib/domain/sourcing/capture.ts'
import type { CslFields } from '#lib/domain/sourcing/csl-fields.ts'
import { fileTrouble, type Given, nameOfFile } from '#lib/domain/sourcing/given.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import type { Answer } from './api.ts'
import { type FoundDetails, findDetails, findFileDetails } from './captures-api.ts'
import { type Candidate, type FoundDuplicate, registryApi } from './registry-api.ts'

/** A file that becomes a capture of the source that is made of it. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What the form for a new source begins with. */
export interface Start {
  readonly kind: SourceKind
  readonly title: string
  readonly description: string
  readonly url: string | null
  readonly csl: CslFields | null
  readonly file: GivenFile | null
  /** What the registry has of it already. */
  readonly found: readonly FoundDuplicate[]
  /** What could not be found out, and why; empty: nothing. */
  readonly trouble: string
}

/** What of the outside world it needs; tests give it others. */
export interface LookUpPorts {
  readonly duplicates: (
    candidate: Partial<Candidate>,
  ) => Promise<Answer<{ readonly duplicates: readonly FoundDuplicate[] }>>
  readonly details: (text: string) => Promise<Answer<FoundDetails>>
  readonly fileDetails: (name: string, bytes: GivenFile['bytes']) => Promise<Answer<FoundDetails>>
}

const PORTS: LookUpPorts = {
  duplicates: registryApi.duplicatesOf,
  details: findDetails,
  fileDetails: findFileDetails,
}

const NOTHING: Start = {
  ...{ kind: 'document', title: '', description: '', url: null, csl: null },
  ...{ file: null, found: [], trouble: '' },
}

/** Asks the registry first: what it has is shown, and nobody outside is asked for it again [SRC14]. */
export async function lookUp(given: Given, ports = PORTS): Promise<Start> {
  const { what, text, url, csl } = given
  const title = what === 'name' ? text : url ? new URL(url).hostname.replace(/^www\./, '') : ''
  const bare: Start = { ...NOTHING, kind: what === 'address' ? 'webPage' : 'document', url, csl }
  const known =
    what === 'reference' ? [] : await ask(ports, { title: what === 'name' ? title : '', url, csl })
  if (known.length || what === 'name') return { ...bare, title, found: known }
  const answer = await ports.details(text)
  if (!answer.ok) return { ...bare, title, trouble: answer.message }
  const start = startOf(answer.value, bare)
  return { ...start, title: start.title || title, found: await ask(ports, start) }
}

/** The same of a file. Its hash is computed here: a file that the registry has is not sent at all. */
export async function lookUpFile(files: readonly File[], ports = PORTS): Promise<Result<Start>> {
  const refusal = fileTrouble(files)
  const [file] = files
  if (refusal || !file) return refuse(refusal ?? '')
  const bytes = await bytesOf(file)
  if (!bytes) return refuse(`“${file.name}” cannot be read. Is it a folder, or gone meanwhile?`)
  const given = { name: file.name, bytes }
  const bare: Start = { ...NOTHING, title: nameOfFile(file.name), file: given }
  const known = await ports.duplicates({ fileHash: await hashOf(bytes) })
  if (!known.ok) return refuse(known.message)
  if (known.value.duplicates.length) return ok({ ...bare, found: known.value.duplicates })
  const details = await readBy(ports, file, given)
  if (!details.ok) return refuse(`“${file.name}” is not taken. ${details.message}`)
  const start = startOf(details.value, bare)
  return ok({ ...start, found: await ask(ports, start) })
}

/** What a picture or a sound is, its beginning says: the rest is sent once, when it is kept. */
async function readBy({ fileDetails }: LookUpPorts, file: File, { name, bytes }: GivenFile) {
  if (/^(image|audio)\//.test(file.type) && bytes.length > BEGINNING) {
    const answer = await fileDetails(name, bytes.slice(0, BEGINNING))
    if (answer.ok) return answer
  }
  return fileDetails(name, bytes)
}

const BEGINNING = 64 * 1024

function startOf({ kind, found }: FoundDetails, bare: Start): Start {
  return {
    ...bare,
    kind,
    title: found.title || bare.title,
    description: describeFound(found),
    // An address that somebody gave is what they want to cite.
    url: bare.url ?? (found.url || null),
    csl: found.csl ?? bare.csl,
  }
}

/** Nothing while the server cannot be asked: adding says so itself. */
async function ask(ports: LookUpPorts, { title, description, url, csl }: Partial<Candidate>) {
  const answer = await ports.duplicates({
    ...{ title: title ?? '', description: description ?? '', url: url ?? null, csl: csl ?? null },
  })
  return answer.ok ? answer.value.duplicates : []
}

async function bytesOf(file: File): Promise<GivenFile['bytes'] | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder that was dropped, or a file that was moved away after it was chosen.
    return null
  }
}

/** SHA-256 in hex. A page that is not served over HTTPS has no WebCrypto. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { subtle } = globalThis.crypto
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : sha256(bytes))
}

const refuse = (message: string) => fail({ kind: 'invalid' as const, message })
