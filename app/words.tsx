import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '#lib/messages/messages.ts'

/** Of the frame of every page, and of what stands for a page that is missing. */
export const SHARED: readonly Namespace[] = ['ui', 'terms', 'time', 'trouble']

/** Of the pages for people who are not in yet. */
export const GATEWAY: readonly Namespace[] = [...SHARED, 'gateway', 'roles']

/** Of the newsroom's pages but for an article's. */
export const NEWSROOM: readonly Namespace[] = [
  ...SHARED,
  'account',
  'archive',
  'audit',
  'bell',
  'commands',
  'desk',
  'evidence',
  'house',
  'houseKeys',
  'identity',
  'languages',
  'moving',
  'newArticle',
  'notices',
  'people',
  'registry',
  'roles',
  'rules',
  'settings',
  'sourceForm',
  'sourcePage',
  'sourceTerms',
  'webhooks',
]

/** Of the pages of an article. */
export const ARTICLE: readonly Namespace[] = [
  ...SHARED,
  'articleFacts',
  'bell',
  'citing',
  'commands',
  'editor',
  'evidence',
  'figures',
  'gate',
  'history',
  'languages',
  'moving',
  'publishing',
  'questions',
  'review',
  'saving',
  'settings',
  'sourceForm',
  'sourceTerms',
  'sourcing',
  'suggestions',
  'threads',
  'versions',
  'workspace',
]

/** Of the page that shows all components. */
export const GALLERY: readonly Namespace[] = [
  ...SHARED,
  'account',
  'audit',
  'commands',
  'desk',
  'evidence',
  'gate',
  'house',
  'moving',
  'notices',
  'people',
  'registry',
  'review',
  'roles',
  'saving',
  'sourceForm',
  'sourcePage',
  'sourceTerms',
  'sourcing',
  'suggestions',
  'threads',
  'versions',
  'workspace',
]

/**
 * Gives the components below, those in the browser as well, the words of these namespaces and of no others: all words of the
 * product in every page would be heavy. `words.test.ts` finds a namespace that is used below and not named.
 */
export async function Words({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const messages = await getMessages()
  const given = Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]))
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>
}
