import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js'
import type { PSEUDO } from './locales.ts'

type Pseudo = (typeof PSEUDO)[number]

const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'åå', b: 'ƀ', c: 'ç', d: 'ð', e: 'éé', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'îî', j: 'ĵ', k: 'ķ' },
  ...{ l: 'ļ', m: 'ɱ', n: 'ñ', o: 'öö', p: 'þ', q: 'ǫ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ûû', v: 'ṽ' },
  ...{ w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž', A: 'Å', B: 'Ɓ', C: 'Ç', D: 'Ð', E: 'É', F: 'Ƒ', G: 'Ĝ' },
  ...{ H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ', N: 'Ñ', O: 'Ö', P: 'Þ', Q: 'Ǫ', R: 'Ŕ' },
  ...{ S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
}

/** Unicode's right-to-left override and its end: Latin letters run the other way, as those of Hebrew do. */
const OVERRIDE = ['\u202e', '\u202c'] as const

const LETTERS: Readonly<Record<Pseudo, (text: string) => string>> = {
  'en-XA': (text) => text.replace(/[a-z]/gi, (letter) => ACCENTED[letter] ?? letter),
  'ar-XB': (text) => text.replace(/[a-z]+/gi, (word) => OVERRIDE[0] + word + OVERRIDE[1]),
}

/** What stands around every message, so that a test can tell words that came from here. */
export const FRAME = ['⟦', '⟧'] as const

/**
 * An ICU message with its letters made strange, and its arguments, tags and plural forms as they were. A vowel is doubled: other
 * languages are longer than English. Throws what the parser throws for a message that is none.
 */
export function pseudoMessage(message: string, locale: Pseudo): string {
  return (
    FRAME[0] + printAST(parse(message).map((part) => strange(part, LETTERS[locale]))) + FRAME[1]
  )
}

function strange(
  part: MessageFormatElement,
  letters: (text: string) => string,
): MessageFormatElement {
  const all = (parts: readonly MessageFormatElement[]) =>
    parts.map((each) => strange(each, letters))
  switch (part.type) {
    case TYPE.literal:
      return { ...part, value: letters(part.value) }
    case TYPE.tag:
      return { ...part, children: all(part.children) }
    case TYPE.plural:
    case TYPE.select: {
      const options = Object.entries(part.options).map(
        ([name, { value, ...rest }]) => [name, { ...rest, value: all(value) }] as const,
      )
      return { ...part, options: Object.fromEntries(options) }
    }
    default:
      return part
  }
}
