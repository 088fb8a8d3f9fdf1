import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import type { TestInfo } from '@playwright/test'

/** What `npm run verify` says of what an address gives out; throws when it is not what was signed. */
export async function verify(
  info: TestInfo,
  what: 'version' | 'audit',
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = info.outputPath(`${what}.zip`)
  writeFileSync(file, Buffer.from(await (await fetch(url, { headers })).arrayBuffer()))
  return execFileSync(process.execPath, ['lib/server/verify.ts', what, file], { encoding: 'utf8' })
}
