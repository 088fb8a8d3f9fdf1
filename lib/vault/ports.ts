import type { Vault } from './vault.ts'

const KEY = Symbol.for('galley.vault')
const registry = globalThis as typeof globalThis & { [KEY]?: Vault }

const SECRETS = Symbol.for('galley.secrets')
const secrets = globalThis as typeof globalThis & { [SECRETS]?: Vault }

/** For secrets of this server, which it needs without anybody's leave. There is one always. */
export function provideSecrets(vault: Vault): void {
  secrets[SECRETS] = vault
}

export function secretsOfProcess(): Vault {
  const vault = secrets[SECRETS]
  if (!vault) throw new Error('The server has not started: start the app with `npm start`')
  return vault
}

/** Without a call the process has no vault: nothing is locked up, and what is there cannot be opened. */
export function provideVault(vault: Vault): void {
  registry[KEY] = vault
}

export function vaultOfProcess(): Vault | null {
  return registry[KEY] ?? null
}
