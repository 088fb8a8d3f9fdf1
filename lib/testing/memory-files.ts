import { createHash } from 'node:crypto'
import type { FileStore } from '#lib/domain/shared/file-store.ts'

/** Files in memory, for tests. */
export function memoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  return {
    put: async (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.set(hash, bytes.slice())
      return hash
    },
    get: async (hash) => kept.get(hash)?.slice() ?? null,
  }
}
