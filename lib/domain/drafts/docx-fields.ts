import { safeHref } from '#lib/domain/text/safe-href.ts'
import { wordsOf, type Xml } from './xml.ts'

interface Field {
  code: string
  /** Behind its code stands what it shows. */
  isResult: boolean
}

/** Fields of a document: their shown result is read, their code is not, and that of links is followed. */
export class DocxFields {
  /** A field may hold others, in its code too. */
  readonly #open: Field[] = []

  /** True when the element belongs to a field and shows nothing itself. */
  take(part: Xml): boolean {
    const field = this.#open.at(-1)
    if (part.name === 'w:instrText' || part.name === 'w:delInstrText') {
      if (field && !field.isResult) field.code += wordsOf(part)
      return true
    }
    if (part.name !== 'w:fldChar') return false
    const type = part.attributes['w:fldCharType']
    if (type === 'begin') this.#open.push({ code: '', isResult: false })
    else if (type === 'separate' && field) field.isResult = true
    else if (type === 'end') this.#open.pop()
    return true
  }

  get isShown(): boolean {
    return this.#open.every(({ isResult, code }) => isResult && !/^\s*TOC\b/.test(code))
  }

  get link(): string | undefined {
    for (const { isResult, code } of this.#open.toReversed()) {
      const href = isResult ? this.linkOf(code) : null
      if (href) return href
    }
    return undefined
  }

  linkOf(code: string): string | null {
    const [, address] = /^\s*HYPERLINK\s+"([^"]*)"/.exec(code) ?? []
    return address ? safeHref(address) : null
  }
}
