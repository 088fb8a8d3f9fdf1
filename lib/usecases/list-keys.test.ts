import { expect, it } from 'vitest'
import { putFactor } from '#db/repositories/second-factors.ts'
import { newKey } from '#lib/signing/keys.ts'
import { signerWith } from '#lib/signing/ports.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { showKeys } from './list-keys.ts'
import { publishVersion } from './publish-version.ts'
import { publicKeys, rememberKeys } from './signing-keys.ts'

withSharedDatabase('keys', (open) => {
  it('[SGV4] are told with what each signed and locked, to administrators alone, without a secret', async () => {
    const desk = new Desk(open())
    const [admin, ada] = [await desk.person(['admin']), await desk.person(['editor'])]
    const [rev, pia] = [await desk.person(['reviewer']), await desk.person(['publisher'])]
    const [old, young] = [newKey(), newKey()]
    const publish = async (keys: readonly (typeof old)[]) => {
      desk.signer = signerWith(keys)
      await rememberKeys(desk.context, keys)
      const id = await desk.article(ada, 'It rained.')
      await desk.sourceAll(ada, id, await desk.source(ada, {}))
      await desk.decide(rev, id, 'approve')
      must(await publishVersion(desk.context, pia, id, { change: 'first', note: 'In a hurry.' }))
    }
    await publish([old])
    await publish([old])
    await publish([old, young])
    const nonce = new Uint8Array(1)
    const locked = { keyId: 'a key of before', nonce, sealed: nonce }
    await putFactor(open().handle, ada.id, locked, new Date())
    const shown = must(await showKeys(desk.context, admin))
    const byId = (kid: string) => shown.signing.find((key) => key.kid === kid)
    expect(byId(old.kid)).toMatchObject({ signsNow: false, versions: 2 })
    expect(byId(young.kid)).toMatchObject({ signsNow: true, versions: 1 })
    const { keys } = await publicKeys(desk.context)
    expect(shown.signing.map(({ kid }) => kid)).toEqual(keys.map(({ kid }) => kid))
    expect(shown.unsigned).toBe(0)
    expect(shown.vault).toEqual([
      { keyId: desk.vault?.keyId, locksNow: true, locked: {} },
      { keyId: locked.keyId, locksNow: false, locked: { factors: 1 } },
    ])
    expect(JSON.stringify(shown)).not.toContain(young.d)
    expect(failureOf(await showKeys(desk.context, ada))).toBe('forbidden')
    desk.vault = null
    const without = must(await showKeys(desk.context, admin))
    expect([without.hasVault, without.vault.some((key) => key.locksNow)]).toEqual([false, false])
    await desk.stop()
  })
})
