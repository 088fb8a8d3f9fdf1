import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { anchorOf, type DeltaOp } from '#lib/domain/text/flat-text.ts'
import { withoutProposals } from '#lib/domain/text/proposals.ts'
import { type FlatBlock, flatBlocks } from '#lib/domain/text/read-flat.ts'
import { restoreText, sameValue } from './restore-text.ts'
import type { Records, SharedState } from './shared-state.ts'

/** What to write so that an article, or one block of it, is as it was. Null takes an entry away. */
export interface Restoration {
  readonly text: readonly DeltaOp[]
  readonly blocks: Records
  readonly annotations: Records
  readonly meta: Records
}

/** What came of it. */
export interface Restored {
  /** The row that it wrote, or the last there was. */
  readonly seq: number
  /** False: everything was as it had been. */
  readonly changed: boolean
  /** What the article is called afterwards. */
  readonly title: string
}

export interface RestoreWish {
  /** Null: the whole article. */
  readonly blockId: string | null
  /** Annotations that open questions hang on: they stay where they stand [HIS7]. */
  readonly keep: readonly string[]
}

/** A change forward, by which the article reads as it did [HIS5]. */
export function restoring(
  now: SharedState,
  then: SharedState,
  { blockId, keep }: RestoreWish,
): Result<Restoration> {
  const [nowBlocks, thenBlocks] = [flatBlocks(now.text), flatBlocks(withoutProposals(then.text))]
  const kept = new Set(keep)
  const keeps = (id: string) => kept.has(id)
  if (blockId === null) {
    const text = restoreText(nowBlocks, thenBlocks, keeps)
    const blocks = changesOf(now.blocks, then.blocks, idsOf(thenBlocks))
    const known = Object.keys({ ...now.annotations, ...then.annotations })
    const restored = known.filter((id) => id in then.annotations || !keeps(id))
    const annotations = changesOf(now.annotations, then.annotations, restored)
    const meta = changesOf(now.meta, then.meta, Object.keys({ ...now.meta, ...then.meta }))
    return ok({ text, blocks, annotations, meta })
  }
  const block = thenBlocks.find(({ opening }) => opening?.id === blockId)
  if (!block) return fail({ kind: 'notFound', message: 'There was no such paragraph then.' })
  const wanted = withoutStrays(block, nowBlocks, thenBlocks)
  const target = putBlock(wanted, nowBlocks, thenBlocks)
  const gone = anchored(nowBlocks).difference(anchored(target))
  const dropped = [...gone].filter((id) => !(id in then.annotations) && !keeps(id))
  return ok({
    text: restoreText(nowBlocks, target, keeps),
    blocks: changesOf(now.blocks, then.blocks, [blockId]),
    annotations: changesOf(now.annotations, then.annotations, [
      ...[...anchored([wanted])].filter((id) => id in then.annotations),
      ...dropped,
    ]),
    meta: {},
  })
}

/** The entries that differ, as they were. */
function changesOf(now: Records, then: Records, ids: readonly string[]): Records {
  const differing = ids.filter((id) => !sameValue(now[id], then[id]))
  return Object.fromEntries(differing.map((id) => [id, then[id] ?? null]))
}

function idsOf(blocks: readonly FlatBlock[]): readonly string[] {
  return [...new Set(blocks.flatMap(({ opening }) => opening?.id ?? []))]
}

/** Annotations that stand on something of these blocks. */
function anchored(blocks: readonly FlatBlock[]): Set<string> {
  const keys = blocks.flatMap(({ runs }) =>
    runs.flatMap(({ attributes }) => Object.keys(attributes)),
  )
  return new Set(keys.flatMap((key) => annotationIn(key) ?? []))
}

function annotationIn(key: string): string | null {
  const anchor = anchorOf(key)
  return anchor?.kind === 'annotation' ? anchor.id : null
}

/**
 * The block without annotations that have gone to another one since: each stands in one place, and there it says what it
 * says now [HIS6].
 */
function withoutStrays(
  block: FlatBlock,
  now: readonly FlatBlock[],
  then: readonly FlatBlock[],
): FlatBlock {
  const id = block.opening?.id
  const others = (blocks: readonly FlatBlock[]) =>
    blocks.filter(({ opening }) => opening?.id !== id)
  const wereThere = new Map(others(then).map((other) => [other.opening?.id, anchored([other])]))
  const strays = new Set(
    others(now).flatMap((other) => [
      ...anchored([other]).difference(wereThere.get(other.opening?.id) ?? new Set()),
    ]),
  )
  const isStray = (key: string) => strays.has(annotationIn(key) ?? '')
  const runs = block.runs.map(({ insert, attributes }) => {
    const stays = Object.entries(attributes).filter(([key]) => !isStray(key))
    return { insert, attributes: Object.fromEntries(stays) }
  })
  return { ...block, runs }
}

/** Where it stands today; else behind the block that it stood behind, or before the one that it stood before. */
function putBlock(
  block: FlatBlock,
  now: readonly FlatBlock[],
  then: readonly FlatBlock[],
): readonly FlatBlock[] {
  const placeOf = (wanted: FlatBlock | undefined) =>
    now.findIndex(({ opening }) => opening && opening.id === wanted?.opening?.id)
  const here = placeOf(block)
  if (here >= 0) return now.with(here, block)
  const was = then.findIndex(({ opening }) => opening?.id === block.opening?.id)
  const before = then.slice(0, was).findLast((other) => placeOf(other) >= 0)
  const after = then.slice(was + 1).find((other) => placeOf(other) >= 0)
  const at = before ? placeOf(before) + 1 : after ? placeOf(after) : now.length
  return now.toSpliced(at, 0, block)
}

/** True when a block, or a figure, of this id was there. */
export function hasBlock({ text }: SharedState, blockId: string): boolean {
  return flatBlocks(text).some(({ opening }) => opening?.id === blockId)
}
