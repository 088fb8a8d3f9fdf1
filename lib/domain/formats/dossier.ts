import { strToU8, Zip, type ZipInputFile } from 'fflate'
import { README, VERIFY } from './dossier-words.ts'

/** A file of a dossier. Its name is ours: letters, digits, dots, hyphens, underscores and slashes. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a machine has in its own language, and does several times faster than a script; the same bytes give the same result. */
export interface Packing {
  /** As hex. */
  readonly sha256: (bytes: Uint8Array) => string
  readonly crc32: (bytes: Uint8Array) => number
  /** RFC 1951. */
  readonly deflate: (bytes: Uint8Array) => Uint8Array<ArrayBuffer>
}

/** As in any archive of ours: midnight of the first day that it can name, in every time zone. */
const DATE = new Date(1980, 0, 1)

/**
 * Everything about a version in one archive, with the sums of all its files and a script that checks them without a
 * network [FMT21]. The same files give the same bytes, in whichever order they come.
 */
export function packDossier(
  files: readonly NamedFile[],
  packing: Packing,
): Uint8Array<ArrayBuffer> {
  const all = [
    ...files,
    { name: 'README.txt', bytes: strToU8(README) },
    { name: 'verify.sh', bytes: strToU8(VERIFY) },
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const [at, { name }] of all.entries()) {
    if (!SAFE_NAME.test(name)) throw new Error(`No name for a file of a dossier: ${name}`)
    if (all[at + 1]?.name === name) throw new Error(`Two files of a dossier have the name ${name}`)
  }
  const sums = all.map(({ name, bytes }) => `${packing.sha256(bytes)}  ${name}\n`).join('')
  return zipped([...all, { name: 'SHA256SUMS', bytes: strToU8(sums) }], packing)
}

function zipped(files: readonly NamedFile[], packing: Packing): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const archive = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  for (const file of files) addTo(archive, file, packing)
  archive.end()
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const DEFLATED = 8

function addTo(archive: Zip, { name, bytes }: NamedFile, { crc32, deflate }: Packing) {
  const entry: ZipInputFile = {
    ...{ filename: name, size: bytes.length, crc: crc32(bytes), compression: DEFLATED },
    ...{ mtime: DATE, os: 0 },
  }
  archive.add(entry)
  entry.ondata?.(null, deflate(bytes), true)
}

/** No absolute path, no way up, nothing that a shell or a sum file would read as something else. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*(?:[./][A-Za-z0-9_-]+)*$/
