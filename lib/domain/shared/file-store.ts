/** Keeps bytes under what they are: the same bytes are kept once, and what a hash names never changes. */
export interface FileStore {
  /** The SHA-256 of the bytes, in hex. Durable when it resolves. */
  put(bytes: Uint8Array): Promise<string>
  /** Null: nothing is kept under this hash, or it is none. Throws when what is kept is not what was put. */
  get(hash: string): Promise<Uint8Array | null>
}

export const isFileHash = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
