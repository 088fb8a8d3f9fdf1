import type { NotTaken } from './draft.ts'
import { allOf, type Xml } from './xml.ts'

export interface DrawnPicture {
  readonly alt: string
  /** Id of the relationship that leads to its part; empty: none. */
  readonly embed: string
}

/** What an element that draws holds: pictures with their description, else one thing that is not taken. */
export interface Drawn {
  readonly pictures: readonly DrawnPicture[]
  readonly other: NotTaken | null
}

export function drawnIn(element: Xml): Drawn {
  if (allOf(element, 'w:txbxContent').length) return { pictures: [], other: 'textBox' }
  const blips = [...allOf(element, 'pic:pic'), ...allOf(element, 'v:imagedata')]
  if (element.name === 'w:object' || !blips.length) return { pictures: [], other: 'embeddedObject' }
  const [said] = [...allOf(element, 'wp:docPr'), ...allOf(element, 'v:shape')]
  const { descr, title, alt } = said?.attributes ?? {}
  const words = descr || alt || title || ''
  const pictures = blips.map((blip, index) => ({ alt: index ? '' : words, embed: embedOf(blip) }))
  return { pictures, other: null }
}

function embedOf(picture: Xml): string {
  if (picture.name === 'v:imagedata') return picture.attributes['r:id'] ?? ''
  return allOf(picture, 'a:blip')[0]?.attributes['r:embed'] ?? ''
}

/** Characters of the font Symbol, by their place in it; those of other fonts of signs are pictures. */
const SYMBOL: Readonly<Record<number, string>> = {
  ...{ 97: 'α', 98: 'β', 103: 'γ', 100: 'δ', 108: 'λ', 109: 'µ', 112: 'π', 115: 'σ' },
  ...{ 163: '≤', 179: '≥', 180: '×', 177: '±', 176: '°', 185: '≠', 187: '≈', 183: '•' },
  ...{ 172: '←', 173: '↑', 174: '→', 175: '↓', 210: '®', 211: '©', 212: '™', 165: '∞' },
  ...{ 45: '−', 68: 'Δ', 83: 'Σ', 87: 'Ω' },
}

/** The character of a `w:sym`; null when there is none for it. */
export function symbolOf({ attributes }: Xml): string | null {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(code > 0x1f) || code > 0xffff) return null
  const inFont = code & 0xff
  if (code >= 0xf000 && code <= 0xf0ff)
    return (attributes['w:font'] === 'Symbol' && SYMBOL[inFont]) || null
  return code >= 0xe000 && code <= 0xf8ff ? null : String.fromCharCode(code)
}
