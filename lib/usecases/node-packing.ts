import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Packing } from '#lib/domain/formats/dossier.ts'

/** By Node. Another release of it may pack the same bytes into others, that unpack to the same. */
export const NODE_PACKING: Packing = {
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
  crc32: (bytes) => crc32(bytes),
  deflate: (bytes) => deflateRawSync(bytes),
}
