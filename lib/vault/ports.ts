import type { Vault } from './vault.ts'

const KEY = Symbol.for('galley.vault')
const registry = globalThis as typeof globalThis & { [KEY]?: Vault }

/** Without a call the process has no vault: nothing is locked up, and what is there cannot be opened. */
export function provideVault(vault: Vault): void {
  registry[KEY] = vault
}

export function vaultOfProcess(): Vault | null {
  return registry[KEY] ?? null
}
