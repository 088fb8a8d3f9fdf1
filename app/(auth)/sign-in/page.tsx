import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { identity } from '#app/identity.ts'
import { localPath } from '#app/local-path.ts'
import { titled } from '#app/titled.ts'
import { DemoPeople } from '#components/house/demo-people.tsx'
import { ProviderRefusal } from '#components/house/provider-refusal.tsx'
import { Providers } from '#components/house/providers.tsx'
import { SignInForm } from '#components/house/sign-in-form.tsx'
import { isLoopback } from '#lib/auth/loopback.ts'
import { awaitingIdentity } from '#lib/auth/session.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { awaitsSetup } from '#lib/auth/setup-code.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybody } from '#lib/usecases/people.ts'
import { signInAsDemo, signInByPassword, signInElsewhere } from './actions.ts'

export const generateMetadata = () => titled('signIn')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams
  const next = localPath(search.next)
  if (await identity()) redirect(next)
  if (await awaitingIdentity()) redirect(`/sign-in/code?next=${encodeURIComponent(next)}`)
  if (awaitsSetup()) redirect('/set-up')
  const people = await demoPeople()
  const t = await getTranslations('pages')
  return (
    <>
      <h1>{t('title.signIn')}</h1>
      {search.refused !== undefined || search.error !== undefined ? (
        <ProviderRefusal refused={search.refused} by={nameOf(search.by) ?? t('theProvider')} />
      ) : null}
      <Providers action={signInElsewhere} providers={configured()} next={next} />
      <SignInForm action={signInByPassword} next={next} />
      {people.length > 0 && <DemoPeople action={signInAsDemo} people={people} next={next} />}
      <p className="hint">{t('recordKept')}</p>
    </>
  )
}

/** The providers that are configured, by what their buttons say. */
function configured() {
  const { oidc, github } = settingsOfProcess().providers
  return [
    ...(oidc ? [{ id: 'oidc', name: oidc.name }] : []),
    ...(github ? [{ id: 'github', name: 'GitHub' }] : []),
  ]
}

const nameOf = (id: unknown) => configured().find((provider) => provider.id === id)?.name

/** People of the demo newsroom, for one who sits at the machine that it runs on. */
async function demoPeople() {
  if (!settingsOfProcess().demo || !isLoopback(await headers())) return []
  const people = await everybody(serverContext())
  return people.filter(({ email, disabledAt }) => email.endsWith('@galley.test') && !disabledAt)
}
