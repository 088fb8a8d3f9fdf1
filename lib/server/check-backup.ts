import { existsSync } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BackupRefused,
  linesOf,
  type Manifest,
  readManifest,
  SUMS,
  sumOf,
} from './backup-folder.ts'

const LINE =
  /^([0-9a-f]{64}) {2}(files\/[0-9a-f]{2}\/[0-9a-f]{64}|manifest\.json|tables\/[a-z_]+\.jsonl)$/

/** A backup that is whole, with what it says of itself. */
export interface CheckedBackup {
  readonly folder: string
  readonly manifest: Manifest
}

/**
 * Reads a backup whole and compares every file with its hash. Throws `BackupRefused`, which names the first file that is damaged,
 * missing or too many.
 */
export async function checkBackup(folder: string): Promise<CheckedBackup> {
  if (!existsSync(join(folder, SUMS)))
    throw new BackupRefused(`There is no whole backup in ${folder}: it has no ${SUMS}.`)
  const listed = await checkSums(folder)
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const stray = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .find((path) => path !== SUMS && !listed.has(path))
  if (stray !== undefined)
    throw new BackupRefused(`${stray} does not belong to the backup: ${SUMS} does not name it.`)
  return { folder, manifest: checkContents(await readManifest(folder), listed) }
}

/** The files that are named, all of which are as they were written. */
async function checkSums(folder: string): Promise<ReadonlySet<string>> {
  const listed = new Set<string>()
  let before = ''
  for await (const { line, whole } of linesOf(join(folder, SUMS))) {
    const [, sum, path = ''] = LINE.exec(line) ?? []
    if (!sum || !whole || path <= before)
      throw new BackupRefused(`${SUMS} is damaged, in line ${listed.size + 1}.`)
    await checkFile(folder, path, sum)
    listed.add(path)
    before = path
  }
  return listed
}

async function checkFile(folder: string, path: string, sum: string): Promise<void> {
  const found = await lstat(join(folder, path)).catch(() => null)
  if (!found) throw new BackupRefused(`${path} is missing.`)
  if (!found.isFile()) throw new BackupRefused(`${path} is no file.`)
  const isNamed = !path.startsWith('files/') || path.endsWith(`/${sum}`)
  if (!isNamed || (await sumOf(join(folder, path))) !== sum)
    throw new BackupRefused(`${path} is damaged: it is not what ${SUMS} says.`)
}

/** The manifest tells how much there is, so that a list of hashes which lost its end is found. */
function checkContents(manifest: Manifest, listed: ReadonlySet<string>): Manifest {
  const missing = manifest.tables.find(({ name }) => !listed.has(`tables/${name}.jsonl`))
  if (missing) throw new BackupRefused(`${SUMS} does not name tables/${missing.name}.jsonl.`)
  const files = [...listed].filter((path) => path.startsWith('files/')).length
  if (files !== manifest.files)
    throw new BackupRefused(
      `${SUMS} names ${files} stored files, and there were ${manifest.files}.`,
    )
  return manifest
}
