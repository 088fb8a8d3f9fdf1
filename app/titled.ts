import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { Messages } from '#lib/messages/messages.ts'

/** The title of a page, in the language of whoever asks for it. */
export async function titled(page: keyof Messages['pages']['title']): Promise<Metadata> {
  const t = await getTranslations('pages')
  return { title: t(`title.${page}`) }
}
