import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { newKey, type PrivateKey, readPrivateKeys, writePrivateKeys } from '#lib/signing/keys.ts'
import { type Environment, WrongSetting } from './environment.ts'

/**
 * The keys of the file, the newest last. A file that was named has to be there; the one in the data folder is made.
 * Throws `WrongSetting`.
 */
export function openSigningKeys({ file, isNamed }: Environment['signingKeys']) {
  try {
    if (!isNamed && !existsSync(file)) addSigningKey(file)
    return readPrivateKeys(readFileSync(file, 'utf8'))
  } catch (error) {
    const reason = isNamed ? `${file} cannot be read as keys` : `no keys can be kept in ${file}`
    const message = `GALLEY_SIGNING_KEYS: ${reason}; \`npm run keys -- new FILE\` makes a file of them`
    throw new WrongSetting(message, { cause: error })
  }
}

/** Adds a new key to the file, which signs from the next start on. Keys stay, for what they signed. */
export function addSigningKey(file: string): PrivateKey {
  const known = existsSync(file) ? readPrivateKeys(readFileSync(file, 'utf8')) : []
  const key = newKey()
  mkdirSync(dirname(file), { recursive: true })
  // A new file appears for its owner alone, and never over one that came meanwhile.
  const options = known.length ? { mode: 0o600 } : { mode: 0o600, flag: 'wx' }
  writeFileSync(file, writePrivateKeys([...known, key]), options)
  return key
}
