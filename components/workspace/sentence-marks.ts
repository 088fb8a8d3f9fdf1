import { GLYPH_OF } from '#components/ui/display.ts'
import { DISPLAY_WORDS, NEEDS_WORK, type SentenceStatus } from '#lib/domain/review/status.ts'
import type { SentenceMark } from '#lib/editor/marks.ts'

/** How much of the sentences' state stands in the text. */
export const DENSITIES = ['needsWork', 'all', 'off'] as const
export type Density = (typeof DENSITIES)[number]

export const DENSITY_WORDS: Readonly<Record<Density, string>> = {
  needsWork: 'Needs work',
  all: 'All',
  off: 'Off',
}

/** What the text shows: ink where somebody has something to do, less as the work is done. */
export function sentenceMarks(
  statuses: readonly SentenceStatus[],
  current: number | null,
  density: Density,
): readonly SentenceMark[] {
  return statuses.map(({ sentence, display }) => {
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
      label: DISPLAY_WORDS[display],
    }
  })
}

/** The next sentence, in this direction and around the end, that asks for work; null when none does. */
export function nextProblem(
  statuses: readonly SentenceStatus[],
  from: number | null,
  step: 1 | -1,
): number | null {
  const count = statuses.length
  const start = from ?? (step === 1 ? -1 : count)
  for (let turn = 1; turn <= count; turn++) {
    const at = (((start + step * turn) % count) + count) % count
    const status = statuses[at]
    if (status && NEEDS_WORK.includes(status.display)) return at
  }
  return null
}
