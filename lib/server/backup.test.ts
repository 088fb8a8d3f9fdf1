import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { emptyTarget } from '#lib/testing/databases.ts'

it('[OPS7] backup and restore say what they did, keep off a folder in use, and touch nothing that is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-backup-'))
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const run = (tool: 'backup' | 'restore', data: string, ...args: readonly string[]) => {
    const GALLEY_DATA = join(folder, data)
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`lib/server/${tool}.ts`, ...args],
      { encoding: 'utf8', env: { NODE_ENV: 'test', PATH, NODE_COMPILE_CACHE, GALLEY_DATA } },
    )
    return { status, said: stdout + stderr }
  }
  const says = (status: number, words: RegExp) => ({ status, said: expect.stringMatching(words) })
  const backup = join(folder, 'backup')
  const { target, dispose } = await emptyTarget('pglite')
  try {
    expect(run('backup', 'first')).toEqual(says(2, /npm run backup -- FOLDER/))
    cpSync((target.kind === 'pglite' && target.folder) || '', join(folder, 'first'), {
      recursive: true,
    })
    const database = await openDatabase({ kind: 'pglite', folder: join(folder, 'first') })
    expect(run('backup', 'first', backup)).toEqual(says(2, /is in use by another Galley process/))
    await database.close()
    expect(run('backup', 'first', backup)).toEqual(says(0, /has the newsroom: 1 rows of \d+ tab/))
    expect(run('restore', 'first', backup)).toEqual(says(2, /first\/pglite is there already/))
    expect(run('restore', 'second', backup)).toEqual(says(0, /is back: 1 rows.*trail is sound/s))
    writeFileSync(join(backup, 'tables', 'person.jsonl'), '{}\n')
    expect(run('restore', 'third', backup)).toEqual(
      says(2, /Nothing was restored. tables\/person.jsonl is damaged/),
    )
    expect(existsSync(join(folder, 'third', 'pglite'))).toBe(false)
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await dispose()
  }
})
