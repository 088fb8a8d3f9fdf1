import type { Metadata } from 'next'
import { requireIdentity } from '#app/identity.ts'
import { KeyboardSetting } from '#components/house/keyboard-setting.tsx'
import { roleWords } from '#components/house/role-words.ts'
import { ThemeSetting } from '#components/house/theme-setting.tsx'
import { Tokens } from '#components/house/tokens.tsx'
import { serverContext } from '#lib/usecases/context.ts'
import { ownTokens } from '#lib/usecases/tokens.ts'
import { makeToken, revokeToken } from './actions.ts'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { actor } = await requireIdentity('/account')
  const tokens = await ownTokens(serverContext(), actor)
  return (
    <div className="page narrow">
      <div className="hello">
        <div>
          <h1>
            <bdi>{actor.name}</bdi>
          </h1>
          <p>
            {actor.email} · {roleWords(actor) || 'No role'}
          </p>
        </div>
      </div>
      <section aria-labelledby="appearance">
        <h2 id="appearance">Appearance</h2>
        <ThemeSetting />
      </section>
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">Keyboard</h2>
        <KeyboardSetting />
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">Tokens for other programs</h2>
        <Tokens tokens={tokens} now={new Date()} make={makeToken} revoke={revokeToken} />
      </section>
    </div>
  )
}
