import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { EverybodysTokens } from '#components/house/everybodys-tokens.tsx'
import { SigningKeyList } from '#components/house/signing-key-list.tsx'
import { VaultKeyList } from '#components/house/vault-key-list.tsx'
import { mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybodysTokens } from '#lib/usecases/everybodys-tokens.ts'
import { showKeys } from '#lib/usecases/list-keys.ts'
import { revokeSomebodys } from './actions.ts'

export const generateMetadata = () => titled('keys')

const VAULT_SETTING = 'GALLEY_VAULT_KEYS'

/** For administrators; for everybody else there is no such page. */
export default async function KeysPage() {
  const { actor } = await requireIdentity('/keys')
  const keys = await showKeys(serverContext(), actor)
  const tokens = await everybodysTokens(serverContext(), actor)
  if (!mayInHouse(actor, 'keys') || !keys.ok || !tokens.ok) notFound()
  const { signing, unsigned, vault, hasVault } = keys.value
  const t = await getTranslations('pages')
  const code = (text: ReactNode) => <code>{text}</code>
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('title.keys')}</h1>
          <p>{t('keysMean')}</p>
        </div>
      </div>
      <section aria-labelledby="signing">
        <h2 id="signing">{t('signing')}</h2>
        <p className="muted">
          {t.rich('signingMeans', {
            path: '/.well-known/jwks.json',
            command: 'npm run keys -- new',
            way: (path) => <a href="/.well-known/jwks.json">{path}</a>,
            code,
          })}
        </p>
        <SigningKeyList keys={signing} unsigned={unsigned} />
      </section>
      <section aria-labelledby="vault">
        <h2 id="vault">{t('lockingUp')}</h2>
        <p className="muted">
          {hasVault
            ? t.rich('lockingUpMeans', {
                make: 'npm run vault -- new',
                setting: VAULT_SETTING,
                rotate: 'npm run vault -- rotate',
                code,
              })
            : t.rich('noVault', { setting: VAULT_SETTING, code })}
        </p>
        <VaultKeyList keys={vault} />
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">{t('everybodysTokens')}</h2>
        <p className="muted">{t('everybodysTokensMean')}</p>
        <EverybodysTokens tokens={tokens.value} now={new Date()} revoke={revokeSomebodys} />
      </section>
    </div>
  )
}
