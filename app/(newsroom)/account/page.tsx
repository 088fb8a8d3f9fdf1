import { getFormatter, getTranslations } from 'next-intl/server'
import { choose } from '#app/(newsroom)/notices/actions.ts'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { ChangePassword } from '#components/house/change-password.tsx'
import { KeyboardSetting } from '#components/house/keyboard-setting.tsx'
import { roleWords } from '#components/house/role-words.ts'
import { SecondFactor } from '#components/house/second-factor.tsx'
import { ThemeSetting } from '#components/house/theme-setting.tsx'
import { Tokens } from '#components/house/tokens.tsx'
import { NoticeChoices } from '#components/notices/notice-choices.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { ownChoices, ownMailFailure } from '#lib/usecases/notices.ts'
import { ownFactor } from '#lib/usecases/second-factor.ts'
import { ownTokens } from '#lib/usecases/tokens.ts'
import { makeToken, revokeToken } from './actions.ts'
import { begin, confirm, turnOff } from './factor-actions.ts'
import { changeOwn } from './password-actions.ts'

export const generateMetadata = () => titled('account')

export default async function AccountPage() {
  const { actor } = await requireIdentity('/account')
  const t = await getTranslations('pages')
  const roles = await rolesInWords(actor)
  const tokens = await ownTokens(serverContext(), actor)
  const factor = await ownFactor(serverContext(), actor)
  const choices = await ownChoices(serverContext(), actor)
  const failure = await ownMailFailure(serverContext(), actor)
  const mail = { isSetUp: settingsOfProcess().mail, failure }
  return (
    <div className="page narrow">
      <div className="hello">
        <div>
          <h1>
            <bdi>{actor.name}</bdi>
          </h1>
          <p>
            {actor.email} · {roles}
          </p>
        </div>
      </div>
      <section aria-labelledby="appearance">
        <h2 id="appearance">{t('appearance')}</h2>
        <ThemeSetting />
      </section>
      <section aria-labelledby="keyboard">
        <h2 id="keyboard">{t('keyboard')}</h2>
        <KeyboardSetting />
      </section>
      <section aria-labelledby="notices">
        <h2 id="notices">{t('title.notices')}</h2>
        <NoticeChoices choices={choices} mail={mail} onChoose={choose} />
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{t('password')}</h2>
        <ChangePassword email={actor.email} action={changeOwn} />
      </section>
      <section aria-labelledby="factor">
        <h2 id="factor">{t('factor')}</h2>
        <SecondFactor {...factor} actions={{ begin, confirm, turnOff }} />
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">{t('ownTokens')}</h2>
        <Tokens tokens={tokens} now={new Date()} make={makeToken} revoke={revokeToken} />
      </section>
    </div>
  )
}

async function rolesInWords(actor: Actor): Promise<string> {
  const t = await getTranslations('roles')
  const { list } = await getFormatter()
  return roleWords(t, (names) => list(names, { type: 'unit' }), actor) || t('none')
}
