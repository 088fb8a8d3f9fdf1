import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { identity } from '#app/identity.ts'
import { localPath } from '#app/local-path.ts'
import { titled } from '#app/titled.ts'
import { CodeForm } from '#components/house/code-form.tsx'
import { awaitingIdentity } from '#lib/auth/session.ts'
import { giveCode, leaveAwaiting } from './actions.ts'

export const generateMetadata = () => titled('code')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

export default async function CodePage({ searchParams }: { searchParams: Search }) {
  const next = localPath((await searchParams).next)
  if (await identity()) redirect(next)
  const awaiting = await awaitingIdentity()
  if (!awaiting) redirect(`/sign-in?next=${encodeURIComponent(next)}`)
  const t = await getTranslations('pages')
  return (
    <>
      <h1>{t('oneMoreStep')}</h1>
      <p className="muted">
        {t.rich('hasFactor', {
          name: awaiting.actor.name,
          who: (text) => <bdi>{text}</bdi>,
        })}
      </p>
      <CodeForm action={giveCode} onOther={leaveAwaiting} next={next} />
    </>
  )
}
