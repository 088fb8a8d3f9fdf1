import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { en } from './en.ts'
import { localeOf, PSEUDO } from './locales.ts'
import { compiledMessagesOf, messagesOf } from './messages.ts'
import { FRAME } from './pseudo.ts'

/** All messages of a tree with where they stand. */
function leaves(tree: object, path: readonly string[] = []): (readonly [string, unknown])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value)
      ? leaves(value, [...path, key])
      : [[[...path, key].join('.'), value] as const],
  )
}

it.each(PSEUDO)('%s has every message, framed, with the same tags', (locale) => {
  const english = leaves(en)
  const strange = new Map(leaves(messagesOf(locale)))
  expect([...strange.keys()]).toEqual(english.map(([key]) => key))
  for (const [key, message] of english) {
    const made = String(strange.get(key))
    expect([key, made.slice(0, 1), made.slice(-1)]).toEqual([key, ...FRAME])
    const tags = (text: unknown) => String(text).match(/<\/?\w+>/g) ?? []
    expect([key, tags(made)]).toEqual([key, tags(message)])
  }
})

it('an argument, a plural and a tag are what they were', () => {
  const messages = { n: { said: 'For <b>{name}</b> {count, plural, one {# day} other {# days}}' } }
  const t = createTranslator({ locale: 'en-GB', messages, namespace: 'n' })
  expect(t.markup('said', { name: 'Ada', count: 2, b: (text) => `*${text}*` })).toBe(
    'For *Ada* 2 days',
  )
})

it('every message can be compiled, and crosses to the browser as it is', () => {
  for (const locale of ['en-GB', ...PSEUDO] as const) {
    const compiled = compiledMessagesOf(locale)
    expect(compiledMessagesOf(locale)).toBe(compiled)
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled)
  }
})

it('a language that there is not is English', () => {
  expect([localeOf(undefined), localeOf('xx'), localeOf('ar-XB')]).toEqual([
    'en-GB',
    'en-GB',
    'ar-XB',
  ])
})
