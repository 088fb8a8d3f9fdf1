import type { useTranslations } from 'next-intl'
import type { Namespace } from '#lib/messages/messages.ts'

/** What `useTranslations(namespace)` gives, for functions that make sentences and are no components. */
export type Words<N extends Namespace> = ReturnType<typeof useTranslations<N>>

/** Joins a list as the reader's language does: `a, b and c`. From `useFormatter().list`. */
export type List = (items: Iterable<string>) => string
