import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readEnvironment, WrongSetting } from './environment.ts'
import { addSigningKey, openSigningKeys } from './signing.ts'

/** `npm run keys`: which keys there are; `npm run keys -- new [FILE]`: one more, which signs from the next start on. */
function run([command, given]: readonly string[]): string {
  const setting = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) }).signingKeys
  const file = given === undefined ? setting.file : resolve(given)
  if (command === 'new') {
    const { kid } = addSigningKey(file)
    return `${file} has a new key, ${kid}. It signs once the server is started again. Leave the older ones in it.`
  }
  if (!existsSync(file)) return `There are no keys in ${file} yet: the server makes the first one.`
  const keys = openSigningKeys({ file, isNamed: true }).map(({ kid }) => kid)
  return `${file}, the last one signs:\n${keys.join('\n')}`
}

try {
  process.stdout.write(`${run(process.argv.slice(2))}\n`)
} catch (error) {
  if (!(error instanceof WrongSetting || error instanceof SyntaxError)) throw error
  process.stderr.write(`Nothing was done. ${error.message}\n`)
  process.exitCode = 2
}
