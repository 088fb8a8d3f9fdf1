import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type FileStore, isFileHash } from '#lib/domain/shared/file-store.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Files in a folder, each named by its hash. Several processes may share it. Throws when it cannot be written, but for reading alone. */
export async function openFolderFiles(
  folder: string,
  { readOnly = false } = {},
): Promise<FileStore> {
  const files = new FolderFiles(folder)
  if (!readOnly) await files.prepare()
  return files
}

/** Hashes of all files in such a folder, in order; none for a folder that is not there. */
export async function* filesIn(folder: string): AsyncGenerator<string> {
  for (const part of (await namesIn(folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    yield* (await namesIn(join(folder, part))).filter(isFileHash)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

class FolderFiles implements FileStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** What was half written when a process died stands here, and can be thrown away at any time when none runs. */
  get #half() {
    return join(this.#folder, 'half-written')
  }

  async prepare(): Promise<void> {
    await mkdir(this.#half, { recursive: true })
    const probe = join(this.#half, randomUUID())
    await writeDurably(probe, new Uint8Array())
    await rm(probe)
  }

  async put(bytes: Uint8Array): Promise<string> {
    const hash = sha256(bytes)
    const path = this.#pathOf(hash)
    if (!(await isWhole(path, hash))) {
      const half = join(this.#half, randomUUID())
      try {
        await writeDurably(half, bytes)
        await mkdir(dirname(path), { recursive: true })
        await rename(half, path)
      } catch (error) {
        await rm(half, { force: true })
        throw error
      }
    }
    // Another call may have named the file a moment ago: its name is durable for this one too.
    await syncFolder(dirname(path))
    await syncFolder(this.#folder)
    return hash
  }

  async get(hash: string): Promise<Uint8Array | null> {
    if (!isFileHash(hash)) return null
    const bytes = await readIfThere(this.#pathOf(hash))
    if (bytes && sha256(bytes) !== hash)
      throw new Error(`The file ${hash} is damaged: bring it back from a backup of ${this.#folder}`)
    return bytes
  }

  /** Two letters a folder: file systems slow down with all in one. */
  #pathOf(hash: string) {
    return join(this.#folder, hash.slice(0, 2), hash)
  }
}

async function isWhole(path: string, hash: string): Promise<boolean> {
  const bytes = await readIfThere(path)
  return bytes !== null && sha256(bytes) === hash
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is durable when the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
