import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireIdentity } from '#app/identity.ts'
import { EverybodysTokens } from '#components/house/everybodys-tokens.tsx'
import { SigningKeyList } from '#components/house/signing-key-list.tsx'
import { VaultKeyList } from '#components/house/vault-key-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybodysTokens } from '#lib/usecases/everybodys-tokens.ts'
import { showKeys } from '#lib/usecases/list-keys.ts'
import { revokeSomebodys } from './actions.ts'

export const metadata: Metadata = { title: 'Keys' }

/** For administrators; for everybody else there is no such page. */
export default async function KeysPage() {
  const { actor } = await requireIdentity('/keys')
  const keys = await showKeys(serverContext(), actor)
  const tokens = await everybodysTokens(serverContext(), actor)
  if (!mayInHouse(actor, 'keys') || !keys.ok || !tokens.ok) notFound()
  const { signing, unsigned, vault, hasVault } = keys.value
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>Keys</h1>
          <p>By their public ids. The keys themselves are on the server, and are shown nowhere.</p>
        </div>
      </div>
      <section aria-labelledby="signing">
        <h2 id="signing">Signing versions</h2>
        <p className="muted">
          Readers find the public keys at{' '}
          <a href="/.well-known/jwks.json">/.well-known/jwks.json</a>. To change to a new one, run{' '}
          <code>npm run keys -- new</code> on the server and start it again; the older ones stay,
          for what they signed.
        </p>
        <SigningKeyList keys={signing} unsigned={unsigned} />
      </section>
      <section aria-labelledby="vault">
        <h2 id="vault">Locking up</h2>
        <p className="muted">
          {hasVault ? (
            <>
              To change to a new one, make it with <code>npm run vault -- new</code>, put it in
              front of the others in <code>GALLEY_VAULT_KEYS</code>, stop the server and run{' '}
              <code>npm run vault -- rotate</code>. Then the old one can be taken out.
            </>
          ) : (
            <>
              There is no vault: <code>GALLEY_VAULT_KEYS</code> is not set, and who confidential
              sources are cannot be kept.
            </>
          )}
        </p>
        <VaultKeyList keys={vault} />
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">Tokens of everybody</h2>
        <p className="muted">
          Programs that act in somebody’s name. A token does nothing more once it is revoked.
        </p>
        <EverybodysTokens tokens={tokens.value} now={new Date()} revoke={revokeSomebodys} />
      </section>
    </div>
  )
}
