import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { titled } from '#app/titled.ts'
import { SetUpForm } from '#components/house/set-up-form.tsx'
import { awaitsSetup } from '#lib/auth/setup-code.ts'
import { setUp } from './actions.ts'

export const generateMetadata = () => titled('setUp')
// The code is used once: whether the page exists is asked anew each time.
export const dynamic = 'force-dynamic'

export default async function SetUpPage() {
  if (!awaitsSetup()) notFound()
  const t = await getTranslations('pages')
  return (
    <>
      <h1>{t('firstAdministrator')}</h1>
      <p className="muted">{t('codePrinted')}</p>
      <SetUpForm action={setUp} />
    </>
  )
}
