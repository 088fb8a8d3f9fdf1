import type { Mark, Node as PMNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, type AttrStep, type RemoveMarkStep } from '@tiptap/pm/transform'
import { type Attributes, proposalKey } from '#lib/domain/text/flat-text.ts'
import { proposedRole } from '#lib/domain/text/proposals.ts'
import { proposedOf } from './formatting.ts'

/** True for what whoever works here proposes. */
export type Own = (mark: Mark) => boolean

/** Formatting that can be proposed. */
const LOOKS: readonly string[] = ['bold', 'italic', 'link']

/** Proposes bold, italic or a link, or to take one away [SUG5]. On words that one proposes oneself it is simply done. */
export function proposeLooks(
  out: Transaction,
  step: AddMarkStep | RemoveMarkStep,
  id: string,
  own: Own,
) {
  const { mark, from, to } = step
  if (!LOOKS.includes(mark.type.name)) return
  const adds = step instanceof AddMarkStep
  out.doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText) return
    const [start, end] = [Math.max(pos, from), Math.min(pos + node.nodeSize, to)]
    const has = (name: string) => node.marks.some((each) => each.type.name === name && own(each))
    if (has('insertion')) {
      if (adds) out.addMark(start, end, mark)
      else out.removeMark(start, end, mark)
      return
    }
    const wished = adds ? wishOf(mark) : `-${mark.type.name}`
    const before = node.marks.filter((each) => isAbout(each, mark.type.name) && own(each))
    for (const each of before) out.removeMark(start, end, each)
    // Asked for again is asked for no more.
    if (adds && before.some(({ attrs }) => attrs.value === wished)) return
    if (adds === isThere(node, mark)) return
    out.addMark(start, end, mark.type.schema.mark('change', { id, value: wished }))
  })
}

const wishOf = ({ type, attrs }: Mark) => (type.name === 'link' ? `link ${attrs.href}` : type.name)

const isThere = ({ marks }: PMNode, mark: Mark) => mark.isInSet(marks)

/** True for a proposed change of the same kind of formatting. */
const isAbout = ({ type, attrs }: Mark, name: string) =>
  type.name === 'change' && String(attrs.value).replace(/^-/, '').split(' ')[0] === name

/** Proposes another role for a block. */
export function proposeRole(out: Transaction, { pos, value }: AttrStep, id: string, own: Own) {
  const node = out.doc.nodeAt(pos)
  if (!node?.isTextblock) return
  const { change } = node.type.schema.marks
  const others = Object.entries((node.attrs.proposed as Attributes | null) ?? {}).filter(
    ([key, wish]) =>
      !proposedRole(wish) || !change || !own(change.create({ id: key.slice('change:'.length) })),
  )
  const wish = value === node.attrs.role ? {} : { [proposalKey('change', id)]: `role ${value}` }
  out.setNodeAttribute(pos, 'proposed', proposedOf({ ...Object.fromEntries(others), ...wish }))
}
