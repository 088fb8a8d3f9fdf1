import { relockAll } from '#lib/usecases/relock-vault.ts'
import { newVaultKey, readVaultKeys, VaultError, vaultWith } from '#lib/vault/vault.ts'
import { readEnvironment } from './environment.ts'
import { withNewsroom } from './with-newsroom.ts'

/**
 * `npm run vault -- new`: a key. `npm run vault -- rotate`: everything is locked anew with the first of GALLEY_VAULT_KEYS, after which
 * the others can be thrown away.
 */
async function run([command]: readonly string[]): Promise<number> {
  if (command === 'new') {
    process.stdout.write(`${newVaultKey()}\n`)
    return 0
  }
  if (command !== 'rotate') {
    process.stderr.write('Say `npm run vault -- new` or `npm run vault -- rotate`.\n')
    return 2
  }
  return withNewsroom(async ({ handle: db }) => {
    const { vaultKeys } = readEnvironment({ ...process.env, AUTH_SECRET: 'x'.repeat(32) })
    const vault = vaultKeys === null ? null : vaultWith(readVaultKeys(vaultKeys))
    try {
      const outcome = await relockAll({ db, vault, now: () => new Date() })
      if (!outcome.ok) return refuse(outcome.failure.message)
      process.stdout.write(
        `${outcome.value} locked anew, with the key ${vault?.keyId}. Keys before it are not needed any more.\n`,
      )
      return 0
    } catch (error) {
      if (error instanceof VaultError) return refuse(`${error.message}.`)
      throw error
    }
  })
}

function refuse(message: string): number {
  process.stderr.write(`Nothing was done. ${message}\n`)
  return 2
}

process.exitCode = await run(process.argv.slice(2))
