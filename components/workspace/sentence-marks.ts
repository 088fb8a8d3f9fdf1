import { GLYPH_OF } from '#components/ui/display.ts'
import { type Blocker, owedByWriters } from '#lib/domain/publication/gate.ts'
import { partsOf } from '#lib/domain/review/parts.ts'
import { type Display, NEEDS_WORK, type SentenceStatus } from '#lib/domain/review/status.ts'
import { isNoted } from '#lib/domain/sourcing/evidence.ts'
import type { Block } from '#lib/domain/text/article-text.ts'
import type { SentenceMark } from '#lib/editor/marks.ts'

/** How much of the sentences' state stands in the text. */
export const DENSITIES = ['needsWork', 'all', 'off'] as const
export type Density = (typeof DENSITIES)[number]

/** What the text shows: ink where somebody has something to do, less as the work is done. `wordOf` names a display. */
export function sentenceMarks(
  wordOf: (display: Display) => string,
  statuses: readonly SentenceStatus[],
  current: number | null,
  density: Density,
  blocks: readonly Block[],
): readonly SentenceMark[] {
  const labelOf = remembered(wordOf)
  return statuses.map((status) => {
    const { sentence, display } = status
    const active = sentence.index === current && density !== 'off'
    const shown =
      density === 'all' || (density === 'needsWork' && (active || NEEDS_WORK.includes(display)))
    return {
      block: sentence.blockIndex,
      from: sentence.from,
      to: sentence.to,
      display: shown ? display : 'quiet',
      active,
      glyph: shown ? GLYPH_OF[display] : null,
      noted: density !== 'off' && isNoted(status),
      ...(active && { parts: partPlaces(status, blocks[sentence.blockIndex]) }),
      label: labelOf(display),
    }
  })
}

/** Asks for each word once: a long article has thousands of sentences. */
function remembered(wordOf: (display: Display) => string): (display: Display) => string {
  const known = new Map<Display, string>()
  return (display) => {
    const word = known.get(display) ?? wordOf(display)
    known.set(display, word)
    return word
  }
}

/** Where parts of a sentence have evidence of their own. */
function partPlaces(
  status: SentenceStatus,
  block: Block | undefined,
): NonNullable<SentenceMark['parts']> {
  const ids = new Set(partsOf(status).map(({ id }) => id))
  if (!ids.size || block?.type !== 'text') return []
  const { from, to } = status.sentence
  return [...ids].flatMap((id) => {
    const own = block.anchors.filter(({ annotationId }) => annotationId === id)
    if (!own.length) return []
    const start = Math.max(from, Math.min(...own.map((anchor) => anchor.from)))
    return [{ from: start, to: Math.min(to, Math.max(...own.map((anchor) => anchor.to))) }]
  })
}

/**
 * The next sentence, in this direction and around the end, that asks for work; when none does any more, the next to which its
 * writers owe something else [GAT9]; null when there is none.
 */
export function nextProblem(
  statuses: readonly SentenceStatus[],
  blockers: readonly Blocker[],
  from: number | null,
  step: 1 | -1,
): number | null {
  const asks = (status: SentenceStatus) => NEEDS_WORK.includes(status.display)
  const next = nextWhere(statuses, from, step, asks)
  if (next !== null) return next
  const owed = new Set(owedByWriters(blockers).map(({ sentence }) => sentence))
  return nextWhere(statuses, from, step, ({ sentence }) => owed.has(sentence.index))
}

function nextWhere(
  statuses: readonly SentenceStatus[],
  from: number | null,
  step: 1 | -1,
  asks: (status: SentenceStatus) => boolean,
): number | null {
  const count = statuses.length
  const start = from ?? (step === 1 ? -1 : count)
  for (let turn = 1; turn <= count; turn++) {
    const at = (((start + step * turn) % count) + count) % count
    const status = statuses[at]
    if (status && asks(status)) return at
  }
  return null
}
