import type { Node as PMNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform'
import { diffPieces, type FlatOp } from './diff-pieces.ts'
import { formatOf, isProposal } from './formatting.ts'
import { indexOfPos, piecesBetween } from './pieces.ts'

/**
 * What the steps of one transaction change in the flat text: a list for each step, whose operations are in the
 * coordinates before that step. In proportion to the change, never to the document.
 */
export function opsOfTransaction(tr: Transaction): FlatOp[][] {
  const lists: FlatOp[][] = []
  for (let i = 0; i < tr.steps.length; i++) {
    const step = tr.steps[i]
    const before = tr.docs[i]
    if (!step || !before) break
    if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const last = lastOfSameMark(tr, i)
      lists.push([formatOp(before, step, last)])
      i = tr.steps.indexOf(last, i)
    } else lists.push(opsOfStep(before, tr.docs[i + 1] ?? tr.doc, step))
  }
  return lists
}

type MarkStep = AddMarkStep | RemoveMarkStep

/**
 * Marking several blocks makes one step for each. They are written as one stretch, over the openings between them,
 * so that an annotation stays whole however the blocks are joined and split later [EDT5].
 */
function lastOfSameMark(tr: Transaction, first: number): MarkStep {
  let last = tr.steps[first] as MarkStep
  if (isProposal(last.mark)) return last
  for (let i = first + 1; i < tr.steps.length; i++) {
    const next = tr.steps[i]
    const doc = tr.docs[i]
    if (!(next instanceof AddMarkStep || next instanceof RemoveMarkStep) || !doc) break
    if (next.constructor !== last.constructor || !next.mark.eq(last.mark) || next.from < last.to)
      break
    const between = piecesBetween(doc, last.to, next.from)
    if (between.some((piece) => piece.kind !== 'block' && piece.kind !== 'figure')) break
    last = next
  }
  return last
}

function formatOp(doc: PMNode, first: MarkStep, last: MarkStep): FlatOp {
  const [key, value] = formatOf(first.mark)
  const index = indexOfPos(doc, first.from)
  return {
    type: 'format',
    index,
    length: indexOfPos(doc, last.to) - index,
    attrs: { [key]: first instanceof AddMarkStep ? value : null },
  }
}

function opsOfStep(before: PMNode, after: PMNode, step: Step): FlatOp[] {
  const ranges: [oldFrom: number, oldTo: number, newFrom: number, newTo: number][] = []
  step.getMap().forEach((...range) => {
    ranges.push(range)
  })
  if (step instanceof AttrStep) ranges.push([step.pos, step.pos + 1, step.pos, step.pos + 1])
  else if (!ranges.length && !before.eq(after)) {
    ranges.push([0, before.content.size, 0, after.content.size])
  }
  return ranges.reverse().flatMap(([oldFrom, oldTo, newFrom, newTo]) => {
    // Half a surrogate pair is never replaced alone: Yjs would destroy the other half.
    const left = /[\uD800-\uDBFF]$/.test(charAt(before, oldFrom - 1)) ? 1 : 0
    const right = /^[\uDC00-\uDFFF]/.test(charAt(before, oldTo)) ? 1 : 0
    return diffPieces(
      indexOfPos(before, oldFrom - left),
      piecesBetween(before, oldFrom - left, oldTo + right),
      piecesBetween(after, newFrom - left, newTo + right),
    )
  })
}

function charAt(doc: PMNode, pos: number): string {
  return pos < 0 || pos >= doc.content.size ? '' : doc.textBetween(pos, pos + 1)
}
