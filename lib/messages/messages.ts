import compile from 'icu-minify/compile'
import { en } from './en.ts'
import { type Locale, PSEUDO } from './locales.ts'
import { pseudoMessage } from './pseudo.ts'

export type Messages = typeof en
export type Namespace = keyof Messages

interface Tree {
  readonly [key: string]: string | Tree
}

/** All messages of a locale, as ICU writes them. */
export function messagesOf(locale: Locale): Messages {
  const pseudo = PSEUDO.find((each) => each === locale)
  return pseudo ? (mapped(en, (message) => pseudoMessage(message, pseudo)) as Messages) : en
}

const compiled = new Map<Locale, Messages>()

/**
 * The same, compiled once: the pages then need no parser of messages, which is most of the weight of such a library. Only for
 * what runs with the alias in next.config.ts.
 */
export function compiledMessagesOf(locale: Locale): Messages {
  const known = compiled.get(locale)
  if (known) return known
  // Cloned: its objects without a prototype may not cross from server to browser components.
  const made = mapped(messagesOf(locale), (message) => structuredClone(compile(message)))
  compiled.set(locale, made as Messages)
  return made as Messages
}

function mapped(tree: Tree, change: (message: string) => unknown): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? change(value) : mapped(value, change),
    ]),
  )
}
