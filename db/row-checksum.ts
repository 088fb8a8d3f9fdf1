import { crc32 } from 'node:zlib'

/** Of a row of the update log, as a signed integer. Its number is in it: a row in another's place does not fit. */
export function rowChecksum(seq: number, update: Uint8Array): number {
  return crc32(update, crc32(String(seq))) | 0
}
