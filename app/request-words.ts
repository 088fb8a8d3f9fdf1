import { cookies } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { localeOf } from '#lib/messages/locales.ts'
import { compiledMessagesOf } from '#lib/messages/messages.ts'

/** The words of a page, in the language that the cookie `locale` names. */
export default getRequestConfig(async ({ locale: demanded }) => {
  const locale = demanded ?? localeOf((await cookies()).get('locale')?.value)
  return { locale, messages: compiledMessagesOf(locale) }
})
