import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'

const recover = (folder: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/server/recover.ts', ...args],
    { encoding: 'utf8', env: { NODE_ENV: 'test', PATH: process.env.PATH, GALLEY_DATA: folder } },
  )
  return { status, said: stdout + stderr }
}

it('[OPS3] recovery keeps off a folder that a server works on, and says how it is called', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-recover-'))
  try {
    expect(recover(folder, 'x')).toMatchObject({
      status: 2,
      said: expect.stringContaining('there is no newsroom in'),
    })
    expect(recover(folder)).toMatchObject({ status: 2, said: expect.stringContaining('--check') })
    const database = await openDatabase({ kind: 'pglite', folder })
    expect(recover(folder, 'x')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/Nothing was done.*is in use by another Galley process/),
    })
    await database.close()
    expect(recover(folder, 'x')).toEqual({ status: 1, said: 'There is no article x.\n' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
