import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { README, VERIFY } from './dossier-words.ts'

/** A file of a dossier. Its name is ours: letters, digits, dots, hyphens, underscores and slashes. */
export interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** As in any archive of ours: midnight of the first day that it can name, in every time zone. */
const DATE = new Date(1980, 0, 1)

/**
 * Everything about a version in one archive, with the sums of all its files and a script that checks them without a
 * network [FMT21]. The same files give the same bytes, in whichever order they come.
 */
export function packDossier(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const all = [
    ...files,
    { name: 'README.txt', bytes: strToU8(README) },
    { name: 'verify.sh', bytes: strToU8(VERIFY) },
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const { name } of all) {
    if (!SAFE_NAME.test(name)) throw new Error(`No name for a file of a dossier: ${name}`)
  }
  const sums = all.map(({ name, bytes }) => `${bytesToHex(sha256(bytes))}  ${name}\n`).join('')
  const zip: Zippable = {}
  for (const { name, bytes } of [...all, { name: 'SHA256SUMS', bytes: strToU8(sums) }]) {
    if (zip[name]) throw new Error(`Two files of a dossier have the name ${name}`)
    zip[name] = bytes
  }
  // Of the time that all formats may take this is the most; harder packing saves an eighth of the bytes and takes half as long again.
  return zipSync(zip, { level: 4, mtime: DATE, os: 0 })
}

/** No absolute path, no way up, nothing that a shell or a sum file would read as something else. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9-]*(?:[./][A-Za-z0-9_-]+)*$/
