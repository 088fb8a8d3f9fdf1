import { createHash } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderFiles } from './folder-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

describe('files in a folder', () => {
  it('[FIL1] what was put is got back by its SHA-256, also by another process', async () => {
    const files = await openFolderFiles(folder)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const hash = await files.put(bytes)
        expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
        const other = await openFolderFiles(folder)
        expect(Buffer.from((await other.get(hash)) ?? [])).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 25 },
    )
  })

  it('[FIL1] the same bytes are kept once, also when they are put at once; nothing stays half written', async () => {
    const files = await openFolderFiles(folder)
    const bytes = new Uint8Array(100_000).fill(7)
    const hashes = await Promise.all(Array.from({ length: 8 }, () => files.put(bytes)))
    expect(new Set(hashes).size).toBe(1)
    expect(filesIn(folder)).toEqual([hashes[0]])
  })

  it('[FIL1] what is unknown, and what is no hash, is not there', async () => {
    const files = await openFolderFiles(folder)
    writeFileSync(join(folder, 'secret'), 'x')
    for (const name of ['0'.repeat(64), '../secret', '', 'A'.repeat(64)])
      expect(await files.get(name)).toBeNull()
  })

  it('[FIL2] a file that was damaged is named instead of given out, and mended when it is put again', async () => {
    const files = await openFolderFiles(folder)
    const bytes = new TextEncoder().encode('a picture')
    const hash = await files.put(bytes)
    const path = join(folder, hash.slice(0, 2), hash)
    chmodSync(path, 0o600)
    writeFileSync(path, 'a pict')
    await expect(files.get(hash)).rejects.toThrow(hash)
    await files.put(bytes)
    expect(Buffer.from((await files.get(hash)) ?? []).toString()).toBe('a picture')
  })

  it('[FIL1] a place that is no folder is told at the start', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    await expect(openFolderFiles(join(file, 'files'))).rejects.toThrow()
  })
})
