import { getTranslations } from 'next-intl/server'
import { offPersonOf } from '#app/no-mail/off-person.ts'
import { titled } from '#app/titled.ts'

export const generateMetadata = async () => ({
  ...(await titled('noMail')),
  referrer: 'no-referrer' as const,
})

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** Where the switch of a letter leads. Nothing happens before the button: programs look at links ahead. */
export default async function NoMailPage({ searchParams }: { searchParams: Search }) {
  const t = await getTranslations('pages')
  const { token, done } = await searchParams
  if (done === 'true') {
    return (
      <>
        <h1>{t('title.noMail')}</h1>
        <p>{t('mailEnded')}</p>
        <p>
          <a href="/account#notices">{t('chooseMail')}</a>
        </p>
      </>
    )
  }
  const isOurs = typeof token === 'string' && offPersonOf(token) !== null
  if (!isOurs) {
    return (
      <>
        <h1>{t('switchFails')}</h1>
        <p>
          {t.rich('switchFailsMeans', {
            way: (text) => <a href="/account#notices">{text}</a>,
          })}
        </p>
      </>
    )
  }
  return (
    <>
      <h1>{t('endMail')}</h1>
      <p>{t('endMailMeans')}</p>
      <form method="post" action={`/no-mail/now?token=${encodeURIComponent(token)}`}>
        <input type="hidden" name="page" value="true" />
        <button type="submit" className="btn primary">
          {t('title.noMail')}
        </button>
      </form>
    </>
  )
}
