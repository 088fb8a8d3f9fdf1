import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from '#lib/messages/messages.ts'

/** Of the frame of every page, and of what stands for a page that is missing. */
export const SHARED: readonly Namespace[] = ['ui', 'terms', 'time']

/** Of the pages for people who are not in yet. */
export const GATEWAY: readonly Namespace[] = [...SHARED]

/** Of the newsroom's pages but for an article's. */
export const NEWSROOM: readonly Namespace[] = [...SHARED, 'commands']

/** Of the pages of an article. */
export const ARTICLE: readonly Namespace[] = [
  ...SHARED,
  ...([
    'citing',
    'commands',
    'evidence',
    'figures',
    'questions',
    'sourcing',
    'suggestions',
    'threads',
  ] as const),
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
