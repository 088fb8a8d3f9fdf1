import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newVaultKey, readVaultKeys, VaultError, vaultWith } from './vault.ts'

const keyOf = () => readVaultKeys(newVaultKey())

describe('the vault', () => {
  it('[CNF3] gives back what was locked, to its key and for its place alone', () => {
    const mine = vaultWith(keyOf())
    const theirs = vaultWith(keyOf())
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), fc.string(), (plain, a, b) => {
        const sealed = mine.lock(a, plain)
        expect(mine.open(a, sealed)).toEqual(plain)
        expect(() => theirs.open(a, sealed)).toThrow(VaultError)
        expect(() => theirs.open(a, { ...sealed, keyId: theirs.keyId })).toThrow(VaultError)
        if (a !== b) expect(() => mine.open(b, sealed)).toThrow(VaultError)
      }),
    )
  })

  it('[CNF3] a changed bit anywhere is found', () => {
    const vault = vaultWith(keyOf())
    const sealed = vault.lock('here', new TextEncoder().encode('who it is'))
    for (const part of ['nonce', 'sealed'] as const) {
      for (let at = 0; at < sealed[part].length; at++) {
        const bent = sealed[part].slice()
        bent[at] = (bent[at] ?? 0) ^ 1
        expect(() => vault.open('here', { ...sealed, [part]: bent })).toThrow(VaultError)
      }
    }
    expect(() => vault.open('here', { ...sealed, sealed: new Uint8Array(3) })).toThrow(VaultError)
  })

  it('[CNF3] the first key locks, each of them opens', () => {
    const [old, young] = [newVaultKey(), newVaultKey()]
    const before = vaultWith(readVaultKeys(old))
    const after = vaultWith(readVaultKeys(`${young}, ${old}`))
    const plain = new Uint8Array([1, 2, 3])
    expect(after.open('a', before.lock('a', plain))).toEqual(plain)
    expect(after.lock('a', plain).keyId).not.toBe(before.keyId)
    expect(() => before.open('a', after.lock('a', plain))).toThrow(VaultError)
  })

  it.each(['', 'abc', Buffer.alloc(16).toString('base64')])('refuses “%s” as a key', (text) => {
    expect(() => readVaultKeys(text)).toThrow(VaultError)
  })
})
