import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * What a backup is: a folder with `manifest.json`, the rows of each table in `tables/NAME.jsonl`, stored files as `files/ab/HASH`, and
 * `SHA256SUMS`, which names all of them with their hashes as `sha256sum` does. It holds no private key.
 */

const level = z.object({ count: z.number().int().min(1), tag: z.string(), hash: z.string() })

const manifest = z.object({
  format: z.literal(1),
  made: z.iso.datetime(),
  migration: level,
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string()),
      rows: z.number().int(),
    }),
  ),
  files: z.number().int(),
})

export type Manifest = z.output<typeof manifest>

export const SUMS = 'SHA256SUMS'
export const MANIFEST = 'manifest.json'
export const tableFile = (name: string) => `tables/${name}.jsonl`
export const storedFile = (hash: string) => `files/${hash.slice(0, 2)}/${hash}`

/** Nothing was done, and the message says why: it names the file, the table or the folder. */
export class BackupRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupRefused'
  }
}

/** Throws `BackupRefused`. */
export async function readManifest(folder: string): Promise<Manifest> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
  } catch (error) {
    const what = `${MANIFEST} in ${folder} is not that of a backup which this Galley can read.`
    throw new BackupRefused(what, { cause: error })
  }
}

/** Writes a file of a backup, to be read by nobody else, and takes its hash on the way. */
export class SummedFile {
  readonly #file: FileHandle
  readonly #sum = createHash('sha256')

  private constructor(file: FileHandle) {
    this.#file = file
  }

  static async create(path: string): Promise<SummedFile> {
    return new SummedFile(await open(path, 'wx', 0o600))
  }

  async write(content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.#sum.update(bytes)
    await this.#file.writeFile(bytes)
  }

  /** Durable when it resolves, with the hash. */
  async close(): Promise<string> {
    await this.#file.sync()
    await this.#file.close()
    return this.#sum.digest('hex')
  }
}

export async function sumOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  for await (const chunk of createReadStream(path)) sum.update(chunk)
  return sum.digest('hex')
}

/**
 * Lines of a file, one after another, however large it is. Only a line feed ends one: where a file ends without, the rest is
 * given with `whole` false.
 */
export async function* linesOf(
  path: string,
): AsyncGenerator<{ readonly line: string; readonly whole: boolean }> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield { line, whole: true }
  }
  if (rest) yield { line: rest, whole: false }
}
