import type { Sentence, TextBlock } from '#lib/domain/text/article-text.ts'
import type { SourcedText } from './annotation.ts'
import type { ArticleContent } from './article-content.ts'

/** Where an annotation goes: a span within one block, the annotation that stands on exactly it, and its words. */
export interface Place {
  readonly blockIndex: number
  readonly from: number
  readonly to: number
  readonly annotationId: string | null
  readonly words: SourcedText
}

/** Characters of context that are kept on each side: enough to find the words again [ANN3]. */
const CONTEXT = 32

export function placeOfSentence(content: ArticleContent, sentence: Sentence): Place {
  const { blockIndex, from, to } = sentence
  return placeOf(content, blockIndex, from, to, 'sentence')
}

/** Some characters of a block, as a place for an annotation on a part of a sentence. */
export function placeOfSpan(
  content: ArticleContent,
  { blockIndex, from, to }: Pick<Place, 'blockIndex' | 'from' | 'to'>,
): Place {
  return placeOf(content, blockIndex, from, to, 'span')
}

/** Where an annotation on a part of a sentence stands; null when its words are gone. */
export function placeOfAnnotation(content: ArticleContent, annotationId: string): Place | null {
  for (const [blockIndex, block] of content.blocks.entries()) {
    if (block.type !== 'text') continue
    const anchors = block.anchors.filter((anchor) => anchor.annotationId === annotationId)
    if (!anchors.length) continue
    const from = Math.min(...anchors.map((anchor) => anchor.from))
    const to = Math.max(...anchors.map((anchor) => anchor.to))
    return { ...placeOf(content, blockIndex, from, to, 'span'), annotationId }
  }
  return null
}

/** Every place where the quoted words stand between the given prefix and suffix. */
export function placeOfQuote(
  content: ArticleContent,
  {
    exact,
    prefix = '',
    suffix = '',
  }: { exact: string; prefix?: string | undefined; suffix?: string | undefined },
): readonly Place[] {
  const wanted = exact.trim()
  return content.blocks.flatMap((block, blockIndex) => {
    if (block.type !== 'text') return []
    return occurrences(block.text, wanted)
      .filter((at) => fits(block.text, at, wanted.length, prefix, suffix))
      .map((at) => placeOf(content, blockIndex, at, at + wanted.length, 'span'))
  })
}

function fits(text: string, at: number, length: number, prefix: string, suffix: string): boolean {
  const before = text.slice(0, at).trimEnd()
  const after = text.slice(at + length).trimStart()
  return before.endsWith(prefix.trim()) && after.startsWith(suffix.trim())
}

function occurrences(text: string, wanted: string): number[] {
  const found: number[] = []
  if (!wanted) return found
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) found.push(at)
  return found
}

function placeOf(
  content: ArticleContent,
  blockIndex: number,
  from: number,
  to: number,
  scope: SourcedText['scope'],
): Place {
  const block = content.blocks[blockIndex] as TextBlock
  const words = {
    exact: block.text.slice(from, to),
    prefix: block.text.slice(Math.max(0, from - CONTEXT), from).toWellFormed(),
    suffix: block.text.slice(to, to + CONTEXT).toWellFormed(),
    scope,
  }
  return {
    blockIndex,
    from,
    to,
    annotationId: annotationOn(content, block, { from, to, scope }),
    words,
  }
}

/**
 * The annotation that stands on exactly this place; the first when there are several. A sentence's annotation belongs to
 * it also when the sentence has grown beyond it, but not when it reaches into another sentence.
 */
function annotationOn(
  { blocks, annotations }: ArticleContent,
  block: TextBlock,
  span: Span,
): string | null {
  for (const id of new Set(block.anchors.map(({ annotationId }) => annotationId))) {
    const annotation = annotations.get(id)
    const anchors = block.anchors.filter(({ annotationId }) => annotationId === id)
    const start = Math.min(...anchors.map((anchor) => anchor.from))
    const end = Math.max(...anchors.map((anchor) => anchor.to))
    const words = block.text.slice(start, end)
    const from = start + words.length - words.trimStart().length
    const to = from + words.trim().length
    const alone = !blocks.some(
      (other) => other !== block && other.type === 'text' && holds(other, id),
    )
    const whole = span.scope === 'sentence' && annotation?.sourcedText?.scope !== 'span'
    const fits = whole ? from >= span.from && to <= span.to : from === span.from && to === span.to
    if (annotation && alone && fits) return id
  }
  return null
}

interface Span {
  readonly from: number
  readonly to: number
  readonly scope: SourcedText['scope']
}

function holds(block: TextBlock, id: string): boolean {
  return block.anchors.some(({ annotationId }) => annotationId === id)
}
