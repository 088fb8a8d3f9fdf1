import type { FormatRange } from '#lib/domain/text/article-text.ts'

/** A stretch [from, to) over which one kind of formatting stays the same; `format` is null where there is none. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly format: FormatRange | null
}

/** Cuts [from, to) of a text into the longest stretches that carry one `kind` of formatting or lack it. */
export function runsOf(
  text: string,
  formats: readonly FormatRange[],
  kind: FormatRange['kind'],
  [from, to]: readonly [number, number],
): readonly Run[] {
  const ranges = formats.filter((format) => format.kind === kind)
  if (!ranges.length) return from < to ? [{ from, to, format: null }] : []
  const inside = ranges
    .flatMap((range) => [range.from, range.to])
    .filter((at) => at > from && at < to)
  const edges = [...new Set([from, ...inside.map((at) => whole(text, at)), to])].sort(
    (a, b) => a - b,
  )
  const runs: Run[] = []
  for (const [index, start] of edges.slice(0, -1).entries()) {
    const end = edges[index + 1] ?? to
    const format = ranges.find((range) => range.from <= start && range.to >= end) ?? null
    const last = runs.at(-1)
    if (last && sameFormat(last.format, format)) runs[runs.length - 1] = { ...last, to: end }
    else runs.push({ from: start, to: end, format })
  }
  return runs
}

/** Neighbouring ranges with one target are one link: a cut sentence must not read as two. */
function sameFormat(a: FormatRange | null, b: FormatRange | null): boolean {
  return a === null || b === null ? a === b : a.href === b.href
}

/** An offset between the halves of a character outside the first plane moves before it. */
export function whole(text: string, at: number): number {
  const splits = /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))
  return splits ? at - 1 : at
}
