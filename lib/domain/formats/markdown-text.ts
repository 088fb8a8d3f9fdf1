import type { FormatRange } from '#lib/domain/text/article-text.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { SentencedBlock } from './block-groups.ts'
import { isFlagged, sourceNumbers } from './evidence-summary.ts'
import { runsOf } from './runs.ts'

/**
 * Text to Markdown on one line: what could mean something is escaped [FMT2], also a last `!`, which would turn a link
 * or a footnote after it into a picture. `at` tells whether the words stand at
 * the start of a line, where more characters mean something.
 */
export function escapeMarkdown(words: string, at: 'start' | 'inside' = 'inside'): string {
  const line = words
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .replace(/[\\`*_[\]<>&~^|$]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=www)\.|@|!$/gi, '\\$&')
  if (at === 'inside') return line
  return line
    .trimStart()
    .replace(/^[#+\-=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}

/** A block on one line: its words, and after each sentence its footnotes and, if it is not confirmed, that. */
export function blockMarkdown({ block, sentences }: SentencedBlock): string {
  const parts: string[] = []
  let at = 0
  for (const sentence of sentences) {
    const to = Math.max(at, sentence.to)
    const notes = sourceNumbers(sentence).map((number) => `[^${number}]`)
    const word = isFlagged(sentence.confidence) ? ` *(${sentence.confidence})*` : ''
    if (notes.length || word) {
      parts.push(spanMarkdown(block.text, block.formats, [at, to]) + word + notes.join(''))
      at = to
    }
  }
  parts.push(spanMarkdown(block.text, block.formats, [at, block.text.length]))
  return parts.join('').trim()
}

type Span = readonly [number, number]

function spanMarkdown(text: string, formats: readonly FormatRange[], span: Span): string {
  return runsOf(text, formats, 'link', span)
    .map(({ from, to, format }) => {
      const words = emphasised(text, formats, [from, to])
      const href = format?.href === undefined ? null : safeHref(format.href)
      return href && words.trim()
        ? `[${words}](<${href.replace(/[<>\\\s]/g, encodeURIComponent)}>)`
        : words
    })
    .join('')
}

/** Bold wins over italic where both are: nested stars are read differently by different programs. */
function emphasised(text: string, formats: readonly FormatRange[], span: Span): string {
  return runsOf(text, formats, 'bold', span)
    .map(({ from, to, format }) =>
      format
        ? starred(text, [from, to], '**')
        : runsOf(text, formats, 'italic', [from, to])
            .map((run) =>
              run.format ? starred(text, [run.from, run.to], '*') : plain(text, [run.from, run.to]),
            )
            .join(''),
    )
    .join('')
}

/**
 * Stars only where every reader of Markdown takes them for emphasis: against letters inside, and against white space,
 * punctuation or an end outside. Elsewhere the words stand plain: they matter more than their weight.
 */
function starred(text: string, [from, to]: Span, stars: string): string {
  const words = text.slice(from, to)
  const inner = words.trim()
  const start = from + words.indexOf(inner)
  const end = start + inner.length
  const solid = /^[\p{L}\p{N}]/u.test(inner) && /[\p{L}\p{N}.,;:!?]$/u.test(inner)
  const apart =
    /(^|[\s\p{Ps}\p{Pi}\p{Pd}])$/u.test(text.slice(0, start)) &&
    /^(\s|$|\p{P})/u.test(text.slice(end))
  if (!solid || !apart) return plain(text, [from, to])
  return `${plain(text, [from, start])}${stars}${escapeMarkdown(inner)}${stars}${plain(text, [end, to])}`
}

function plain(text: string, [from, to]: Span): string {
  return escapeMarkdown(text.slice(from, to), text.slice(0, from).trim() ? 'inside' : 'start')
}
