import { createTranslator } from 'next-intl'
import type { Words } from '#components/ui/words.ts'
import { en } from '#lib/messages/en.ts'
import type { Namespace } from '#lib/messages/messages.ts'

/** Told nothing of the messages: of a namespace that is open the compiler would go through all keys of all of them. */
const translator = createTranslator as unknown as (options: object) => unknown

/**
 * The English words of a namespace, for functions that are given them; one that is missing fails the test. `NoInfer`: as an argument
 * at once, the compiler would infer the namespace from what the parameter wants, and take longer than anybody waits.
 */
export function wordsOf<N extends Namespace>(namespace: N): Words<NoInfer<N>> {
  const onError = (error: Error) => {
    throw error
  }
  return translator({ locale: 'en-GB', messages: en, namespace, onError }) as Words<N>
}

/** `a, b and c`. */
export const list = (items: Iterable<string>) => new Intl.ListFormat('en-GB').format(items)

/** `a, b, c`, as `useRow` gives it. */
export const row = (items: Iterable<string>) =>
  new Intl.ListFormat('en-GB', { type: 'unit' }).format(items)
