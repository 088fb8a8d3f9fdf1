import { strToU8, zipSync } from 'fflate'
import type { Files } from '#lib/signing/download.ts'

/** The same files give the same bytes: no clock is asked. */
export function zipFiles(files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00' })
}
