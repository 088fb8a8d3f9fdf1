import * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { type Dice, dice } from '#lib/testing/dice.ts'

/** `once`: written at one go; `months`: by many people, word by word in no order, much of it deleted again. */
export type Shape = 'once' | 'months'
/** The flat text, or the XML elements of the stock binding. */
export type Kind = 'flat' | 'stock'

export interface TextSpec {
  readonly words: number
  readonly shape: Shape
  /** Whether each sentence carries an annotation. */
  readonly annotated: boolean
}

/** Where both bindings keep the article. */
export const FIELD = 'text'

const WORDS =
  'harbour ledger council ferry tender clause invoice signature archive witness storm copper contract budget quay report'.split(
    ' ',
  )
const SENTENCE = 18
const PER_BLOCK = 5
const PEOPLE = 40

/** A paragraph as its sentences. */
function paragraphs({ words }: TextSpec): string[][] {
  const { pick } = dice(7)
  const count = Math.ceil(words / (SENTENCE * PER_BLOCK))
  const sentence = () => {
    const text = Array.from({ length: SENTENCE }, () => pick(WORDS)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  return Array.from({ length: count }, () => Array.from({ length: PER_BLOCK }, sentence))
}

/** How one kind of document is written. */
interface Pen {
  readonly doc: Y.Doc
  open(block: number): void
  insert(block: number, offset: number, text: string): void
  remove(block: number, offset: number, length: number): void
  annotate(block: number, from: number, length: number, id: string): void
}

/** Only the last block is written at one go, so that places are found without a search. */
function flatPen(): Pen {
  const doc = foldDocument()
  const text = doc.getText(FIELD)
  const lengths: number[] = []
  const at = (block: number, offset: number) => {
    let index = offset + 1
    for (let k = 0; k < block; k++) index += (lengths[k] ?? 0) + 1
    return index
  }
  const change = (block: number, by: number) => {
    lengths[block] = (lengths[block] ?? 0) + by
  }
  return {
    doc,
    open(block) {
      doc.getMap('blocks').set(`b${block}`, new Y.Map([['role', 'paragraph']]))
      text.insertEmbed(text.length, { block: `b${block}` }, {})
      lengths[block] = 0
    },
    insert(block, offset, words) {
      text.insert(at(block, offset), words, {})
      change(block, words.length)
    },
    remove(block, offset, length) {
      text.delete(at(block, offset), length)
      change(block, -length)
    },
    annotate: (block, from, length, id) =>
      text.format(at(block, from), length, { [`annotation:${id}`]: true }),
  }
}

function stockPen(): Pen {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment(FIELD)
  const texts: Y.XmlText[] = []
  return {
    doc,
    open(block) {
      const element = new Y.XmlElement('block')
      const text = new Y.XmlText()
      fragment.insert(fragment.length, [element])
      element.setAttribute('id', `b${block}`)
      element.setAttribute('role', 'paragraph')
      element.insert(0, [text])
      texts[block] = text
    },
    insert: (block, offset, words) => texts[block]?.insert(offset, words, {}),
    remove: (block, offset, length) => texts[block]?.delete(offset, length),
    // A mark that excludes nothing is kept under a name with a hash of it; any name of that form is read.
    annotate: (block, from, length, id) =>
      texts[block]?.format(from, length, { [`annotation--${btoa(id).slice(0, 8)}`]: { id } }),
  }
}

/** The same text in the form of either binding, as one update. */
export function writeText(kind: Kind, spec: TextSpec): Uint8Array {
  const pen = kind === 'flat' ? flatPen() : stockPen()
  pen.doc.clientID = 1
  const text = paragraphs(spec)
  pen.doc.transact(() => {
    for (const block of text.keys()) pen.open(block)
  })
  if (spec.shape === 'once') writeAtOnce(pen, text, spec.annotated)
  else writeOverMonths(pen, text)
  const update = Y.encodeStateAsUpdate(pen.doc)
  pen.doc.destroy()
  return update
}

function writeAtOnce(pen: Pen, text: readonly string[][], annotated: boolean) {
  pen.doc.transact(() => {
    // From the end: then nothing stands before a place but openings.
    for (const [block, sentences] of [...text.entries()].reverse()) {
      pen.insert(block, 0, sentences.join(' '))
      let from = 0
      for (const [k, sentence] of annotated ? sentences.entries() : []) {
        pen.annotate(block, from, sentence.length, `${block}x${k}`)
        from += sentence.length + 1
      }
    }
  })
}

/** Half words, by whoever comes along, anywhere; a third as many again come and go. */
function writeOverMonths(pen: Pen, text: readonly string[][]) {
  const chance = dice(11)
  const missing = text.map((sentences) =>
    halves(sentences.join(' ')).map((part) => ({ part, done: false })),
  )
  const left = missing.flatMap((parts, block) => parts.map((_, k) => [block, k] as const))
  shuffle(left, chance)
  for (const [block, k] of left) {
    pen.doc.clientID = 2 + chance.int(PEOPLE)
    const parts = missing[block] ?? []
    const entry = parts[k]
    if (!entry) continue
    const before = parts
      .slice(0, k)
      .reduce((sum, { part, done }) => sum + (done ? part.length : 0), 0)
    pen.insert(block, before, entry.part)
    entry.done = true
    if (!chance.chance(1 / 3)) continue
    pen.insert(block, before, 'draft ')
    pen.remove(block, before, 6)
  }
}

function halves(text: string): string[] {
  return text.match(/.{1,5}/gsu) ?? []
}

function shuffle<T>(list: T[], { int }: Dice) {
  for (let k = list.length - 1; k > 0; k--) {
    const other = int(k + 1)
    const kept = list[k] as T
    list[k] = list[other] as T
    list[other] = kept
  }
}
