import type { Role } from '#lib/domain/text/article-text.ts'
import { childOf, elementsOf, settingOf, switchOf, type Xml } from './xml.ts'

/** What a paragraph is by its style. `title` and `heading` become a headline where they are the first. */
export type ParagraphKind = Role | 'title' | 'heading1' | 'tableOfContents' | 'house'

export interface RunStyle {
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly hidden?: boolean | undefined
}

/** Our own signs in a document that we wrote: said by the program, not by the article. */
export const HOUSE_STYLES = { notice: 'GalleyNotice', confidence: 'GalleyConfidence' } as const

/** Names of styles; those that come with a word processor are English in every language of it. */
const KINDS: readonly (readonly [RegExp, ParagraphKind])[] = [
  [/^title$/, 'title'],
  [/^subtitle$/, 'standfirst'],
  [/^heading 1$/, 'heading1'],
  [/^heading \d$/, 'subhead'],
  [
    /^(toc \d|toc heading|contents \d|contents heading|table of (contents|figures))$/,
    'tableOfContents',
  ],
  [/^(intense )?quote$|^quotations$|^block ?text$/, 'quote'],
  [/^caption$|^(image|table) caption$/, 'caption'],
]

/** Longer chains of styles are none that a word processor makes. */
const LONGEST_CHAIN = 12

/** Reads what styles and numbering say, each style with those that it is based on. */
export class DocxStyles {
  readonly #styles = new Map<string, Xml>()
  readonly #numbers = new Map<string, Xml>()
  readonly #lists = new Map<string, Xml>()
  #defaultParagraph = ''

  constructor(styles: Xml | null, numbering: Xml | null) {
    for (const style of elementsOf(styles ?? undefined)) {
      if (style.name !== 'w:style') continue
      const id = style.attributes['w:styleId'] ?? ''
      this.#styles.set(id, style)
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1')
        this.#defaultParagraph = id
    }
    for (const entry of elementsOf(numbering ?? undefined)) {
      if (entry.name === 'w:num') this.#numbers.set(entry.attributes['w:numId'] ?? '', entry)
      if (entry.name === 'w:abstractNum')
        this.#lists.set(entry.attributes['w:abstractNumId'] ?? '', entry)
    }
  }

  kindOf(settings: Xml | undefined): ParagraphKind {
    const id = settingOf(settings, 'w:pStyle') ?? this.#defaultParagraph
    if (id === HOUSE_STYLES.notice) return 'house'
    const chain = this.#chain(id)
    const named = chain.map(kindByName).find((kind) => kind !== undefined)
    if (named) return named
    const all = [settings, ...chain.map((style) => childOf(style, 'w:pPr'))]
    const level = all
      .map((one) => settingOf(one, 'w:outlineLvl'))
      .find((value) => value !== undefined)
    if (level !== undefined && Number(level) < 9) return level === '0' ? 'heading1' : 'subhead'
    const numbered = all.map((one) => childOf(one, 'w:numPr')).find((value) => value !== undefined)
    return this.#listOf(numbered)
  }

  runOf(settings: Xml | undefined): RunStyle {
    const chain = this.#chain(settingOf(settings, 'w:rStyle') ?? '')
    const all = [settings, ...chain.map((style) => childOf(style, 'w:rPr'))]
    const first = (name: string) =>
      all.map((one) => switchOf(one, name)).find((value) => value !== undefined)
    return { bold: first('w:b'), italic: first('w:i'), hidden: first('w:vanish') }
  }

  #listOf(numbered: Xml | undefined): Role {
    const number = this.#numbers.get(settingOf(numbered, 'w:numId') ?? '')
    if (!number) return 'paragraph'
    const level = settingOf(numbered, 'w:ilvl') ?? '0'
    const atLevel = (one: Xml | undefined, name: string) =>
      elementsOf(one).find((child) => child.name === name && child.attributes['w:ilvl'] === level)
    const over = childOf(atLevel(number, 'w:lvlOverride'), 'w:lvl')
    const list = this.#lists.get(settingOf(number, 'w:abstractNumId') ?? '')
    const format = settingOf(over ?? atLevel(list, 'w:lvl'), 'w:numFmt') ?? 'decimal'
    return format === 'none' ? 'paragraph' : format === 'bullet' ? 'bullet' : 'numbered'
  }

  #chain(id: string): readonly Xml[] {
    const chain: Xml[] = []
    for (let next = id; next && chain.length < LONGEST_CHAIN; ) {
      const style = this.#styles.get(next)
      if (!style) break
      chain.push(style)
      next = settingOf(style, 'w:basedOn') ?? ''
    }
    return chain
  }
}

function kindByName(style: Xml): ParagraphKind | undefined {
  const name = (settingOf(style, 'w:name') ?? '').toLowerCase()
  return KINDS.find(([pattern]) => pattern.test(name))?.[1]
}
