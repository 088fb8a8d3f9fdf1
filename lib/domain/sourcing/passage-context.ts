import { segment } from '#lib/domain/text/segmentation.ts'
import { locatePassage, type PassageCheck } from './passage.ts'
import type { PassageIndex } from './passage-index.ts'

/** A passage where it stands, with what stands around it [CAP14]. */
export interface PassageContext {
  readonly check: Exclude<PassageCheck, { readonly kind: 'notFound' }>
  /** Offsets in the text of the capture, its pages joined by a character each. */
  readonly from: number
  readonly to: number
  readonly before: string
  readonly passage: string
  readonly after: string
}

/** As many sentences are shown on each side. */
const SENTENCES = 2
/** And no more characters than these: a table has no sentences. */
const REACH = 600

/** Null: the passage is not found. */
export function passageContext(index: PassageIndex, quote: string): PassageContext | null {
  const located = locatePassage(index, quote)
  if (!located?.place || located.check.kind === 'notFound') return null
  const { check, place } = located
  const { text } = index
  const from = index.words[place.from]?.from ?? 0
  const to = index.words[place.to - 1]?.to ?? from
  const left = Math.max(0, from - REACH)
  const right = Math.min(text.length, to + REACH)
  return {
    ...{ check, from, to, passage: text.slice(from, to) },
    before: lastSentences(text.slice(left, from), left > 0),
    after: firstSentences(text.slice(to, right), right < text.length),
  }
}

/** Of what stands before: the sentence that the passage is in, and those before it. */
function lastSentences(text: string, isCut: boolean): string {
  const spans = segment(text, 'en')
  const start = spans.at(-1 - SENTENCES)?.[0]
  if (start !== undefined && (start > 0 || !isCut)) return text.slice(start)
  // What was cut off in the middle is no sentence, unless there is no other.
  const whole = isCut ? (spans[1]?.[0] ?? text.search(/\s/u) + 1) : 0
  return text.slice(whole)
}

function firstSentences(text: string, isCut: boolean): string {
  const spans = segment(text, 'en')
  const end = spans.at(SENTENCES)?.[1]
  if (end !== undefined && (end < text.length || !isCut)) return text.slice(0, end)
  if (!isCut) return text
  return text.slice(0, spans.at(-2)?.[1] ?? text.search(/\s\S*$/u))
}
