import { type Attributes, type DeltaOp, isProposed } from './flat-text.ts'

/** Equally formatted characters, or one embed of a kind we do not know (it is kept, and shows nothing). */
export interface FlatRun {
  readonly insert: string | object
  readonly attributes: Attributes
}

/**
 * One block of the flat text with all that stands in it, known or not. Values of this type are never changed:
 * a block that a change does not touch is the same object before and after, so that what is derived from it can be kept.
 */
export interface FlatBlock {
  readonly opening: { readonly kind: 'block' | 'figure'; readonly id: string } | null
  readonly runs: readonly FlatRun[]
  /** Length in the flat text: the opening counts 1. */
  readonly length: number
}

/** A stretch that a change left in place: `length` characters from `oldAt` stand now from `newAt` on. */
export interface Kept {
  readonly oldAt: number
  readonly newAt: number
  readonly length: number
}

/** Of every run without any: frozen, so that nobody writes into all of them. */
const NO_ATTRIBUTES: Attributes = Object.freeze({})

/** Reads a whole text [TXT1]. */
export function flatBlocks(delta: readonly DeltaOp[]): readonly FlatBlock[] {
  return gather(delta.flatMap((op) => (op.insert === undefined ? [] : [runOf(op)])))
}

/** Applies one change; blocks outside it are returned as they are [TXT6]. */
export function changeBlocks(
  blocks: readonly FlatBlock[],
  delta: readonly DeltaOp[],
): { readonly blocks: readonly FlatBlock[]; readonly kept: readonly Kept[] } {
  const { first, last, kept } = extent(delta)
  let start = 0
  let startAt = 0
  // One block more on the left: a lost opening gives its characters to the block before it.
  while (start < blocks.length && startAt + lengthAt(blocks, start) < first) {
    startAt += lengthAt(blocks, start)
    start++
  }
  let end = start
  let endAt = startAt
  while (end < blocks.length && endAt <= last) {
    endAt += lengthAt(blocks, end)
    end++
  }
  const touched = blocks.slice(start, end).flatMap((block) => block.runs)
  const changed = gather(applyToRuns(touched, shorten(delta, startAt)))
  return { blocks: [...blocks.slice(0, start), ...changed, ...blocks.slice(end)], kept }
}

function runOf(op: DeltaOp): FlatRun {
  const insert = typeof op.insert === 'string' ? op.insert : (op.insert as object)
  return { insert, attributes: op.attributes ?? NO_ATTRIBUTES }
}

/** A proposed opening opens nothing yet: it stands within a block [SUG1]. */
function openingOf({ insert, attributes }: FlatRun): FlatBlock['opening'] {
  if (typeof insert === 'string' || insert === null || isProposed(attributes)) return null
  const { block, figure } = insert as { block?: unknown; figure?: unknown }
  if (typeof block === 'string') return { kind: 'block', id: block }
  return typeof figure === 'string' ? { kind: 'figure', id: figure } : null
}

/** Cuts a sequence of runs into blocks. The opening embed is kept as the first run of its block. */
function gather(runs: readonly FlatRun[]): FlatBlock[] {
  const blocks: FlatBlock[] = []
  let opening: FlatBlock['opening'] = null
  let inside: FlatRun[] = []
  let begun = false
  const close = () => {
    if (begun) blocks.push({ opening, runs: inside, length: sizeOf(inside) })
    inside = []
    begun = false
  }
  for (const run of runs) {
    const next = openingOf(run)
    if (next || (begun && opening?.kind === 'figure')) {
      close()
      opening = next
    } else if (!begun) opening = null
    begun = true
    inside.push(run)
  }
  close()
  return blocks
}

const lengthAt = (blocks: readonly FlatBlock[], at: number) => blocks[at]?.length ?? 0
const sizeOfRun = (run: FlatRun) => (typeof run.insert === 'string' ? run.insert.length : 1)
const sizeOf = (runs: readonly FlatRun[]) => runs.reduce((sum, run) => sum + sizeOfRun(run), 0)

/** First and last touched index in old coordinates, and what stays where. */
function extent(delta: readonly DeltaOp[]) {
  const kept: Kept[] = []
  let oldAt = 0
  let newAt = 0
  let first = Number.POSITIVE_INFINITY
  let last = 0
  const touch = (from: number, to: number) => {
    first = Math.min(first, from)
    last = Math.max(last, to)
  }
  for (const op of delta) {
    if (op.retain) {
      keep(kept, { oldAt, newAt, length: op.retain })
      if (op.attributes) touch(oldAt, oldAt + op.retain)
      oldAt += op.retain
      newAt += op.retain
    } else if (op.delete) {
      touch(oldAt, oldAt + op.delete)
      oldAt += op.delete
    } else if (op.insert !== undefined) {
      touch(oldAt, oldAt)
      newAt += typeof op.insert === 'string' ? op.insert.length : 1
    }
  }
  keep(kept, { oldAt, newAt, length: Number.POSITIVE_INFINITY })
  return { first: Number.isFinite(first) ? first : oldAt, last, kept }
}

/** The same change for the text that begins at `skip`, before which it retains. It may do so in several steps. */
function shorten(delta: readonly DeltaOp[], skip: number): readonly DeltaOp[] {
  let left = skip
  return delta.flatMap((op) => {
    if (!left || !op.retain) return [op]
    const skipped = Math.min(left, op.retain)
    left -= skipped
    return skipped === op.retain ? [] : [{ ...op, retain: op.retain - skipped }]
  })
}

function applyToRuns(runs: readonly FlatRun[], delta: readonly DeltaOp[]): FlatRun[] {
  const queue = [...runs].reverse()
  const out: FlatRun[] = []
  const take = (count: number, use: (run: FlatRun) => void) => {
    let left = count
    while (left > 0) {
      const run = queue.pop()
      if (!run) return
      const size = sizeOfRun(run)
      if (size <= left || typeof run.insert !== 'string') {
        use(run)
        left -= size
      } else {
        use({ ...run, insert: run.insert.slice(0, left) })
        queue.push({ ...run, insert: run.insert.slice(left) })
        left = 0
      }
    }
  }
  for (const op of delta) {
    if (op.delete) take(op.delete, () => {})
    else if (op.retain) {
      const { attributes } = op
      take(op.retain, (run) => out.push(attributes ? format(run, attributes) : run))
    } else if (op.insert !== undefined) out.push(runOf(op))
  }
  return out.concat(queue.reverse())
}

function format(run: FlatRun, change: Attributes): FlatRun {
  const attributes: Record<string, unknown> = { ...run.attributes, ...change }
  for (const key of Object.keys(attributes)) if (attributes[key] === null) delete attributes[key]
  return { insert: run.insert, attributes }
}

/** Adds a stretch; one that goes on where the last ended makes it longer. */
function keep(kept: Kept[], next: Kept) {
  const last = kept.at(-1)
  const goesOn =
    last && last.oldAt + last.length === next.oldAt && last.newAt + last.length === next.newAt
  if (goesOn) kept[kept.length - 1] = { ...last, length: last.length + next.length }
  else kept.push(next)
}
