import { mkdtempSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '#lib/testing/server-process.ts'

const NAME = 'E2E_TEMPLATE'

/** Before the browser tests: a newsroom as the first start makes it. To copy it takes a fraction of making it. */
export default async function prepare(): Promise<() => void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-template-'))
  const server = await startServer({ dataFolder })
  await server.stop()
  process.env[NAME] = dataFolder
  return () => rmSync(dataFolder, { recursive: true, force: true })
}

/** A folder of its own with the data of a first start, stopped in order. */
export async function freshNewsroom(): Promise<string> {
  const template = process.env[NAME]
  if (!template) throw new Error('Nothing was prepared: run the tests with `npm run e2e`')
  const dataFolder = mkdtempSync(join(tmpdir(), 'galley-e2e-'))
  await cp(template, dataFolder, {
    recursive: true,
    filter: (path) => !path.endsWith('server.log'),
  })
  return dataFolder
}
