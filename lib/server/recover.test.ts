import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '#db/connection.ts'
import { emptyTarget } from '#lib/testing/databases.ts'

const { PATH, NODE_COMPILE_CACHE } = process.env
const neutral = { NODE_ENV: 'test' as const, PATH, NODE_COMPILE_CACHE }

const recover = (folder: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/server/recover.ts', ...args],
    { encoding: 'utf8', env: { ...neutral, GALLEY_DATA: folder } },
  )
  return { status, said: stdout + stderr }
}

it('[OPS3] recovery keeps off a folder that a server works on, and says how it is called', async () => {
  const nothing = mkdtempSync(join(tmpdir(), 'galley-recover-'))
  const { target, dispose } = await emptyTarget('pglite')
  const folder = (target.kind === 'pglite' && target.folder) || ''
  try {
    expect(recover(nothing, 'x')).toMatchObject({
      status: 2,
      said: expect.stringContaining('there is no newsroom in'),
    })
    expect(recover(folder)).toMatchObject({ status: 2, said: expect.stringContaining('--check') })
    const database = await openDatabase(target)
    expect(recover(folder, 'x')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/Nothing was done.*is in use by another Galley process/),
    })
    await database.close()
    expect(recover(folder, 'x')).toEqual({ status: 1, said: 'There is no article x.\n' })
  } finally {
    rmSync(nothing, { recursive: true, force: true })
    await dispose()
  }
})
