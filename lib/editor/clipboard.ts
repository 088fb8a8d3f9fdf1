import { Extension } from '@tiptap/core'
import {
  DOMSerializer,
  Fragment,
  type Mark,
  type Node as PMNode,
  type ResolvedPos,
  type Schema,
  Slice,
} from '@tiptap/pm/model'
import { type EditorState, Plugin, Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { annotationKey } from '#lib/domain/text/flat-text.ts'
import { opensWithHeadline } from '#lib/domain/text/headline-shape.ts'
import { COPIES } from './binding.ts'
import { bindingOf } from './flat-collaboration.ts'
import { formatOf, isAnchor, isProposal } from './formatting.ts'
import { freshId } from './fresh-id.ts'
import { cleanPastedHtml, cleanText } from './paste.ts'

/** Written on what we copy, so that a paste knows where it comes from. */
const ARTICLE = 'data-galley-article'
const CUT = 'data-galley-cut'

/** Copies with a mark of origin. */
class MarkingSerializer extends DOMSerializer {
  private readonly origin: () => Readonly<Record<string, string>>

  constructor(base: DOMSerializer, origin: () => Readonly<Record<string, string>>) {
    super(base.nodes, base.marks)
    this.origin = origin
  }

  override serializeFragment(...args: Parameters<DOMSerializer['serializeFragment']>) {
    const made = super.serializeFragment(...args)
    const first = made.firstChild as HTMLElement | null
    for (const [name, value] of Object.entries(this.origin())) first?.setAttribute?.(name, value)
    return made
  }
}

/** Where a paste comes from: this article, perhaps as the first paste of its latest cut. */
interface Origin {
  readonly sameArticle: boolean
  readonly cut: string | null
}

/** What one editor remembers of its clipboard. */
interface Memory {
  /** The latest cut that no paste has used. */
  cut: string | null
  copying: string | null
  /** Of the paste that is under way. */
  origin: Origin | null
  /** Annotations that the paste or drop under way copies: from which one, to which. */
  copies: ReadonlyMap<string, string>
  /** The plain text that is pasted opens with what reads as a headline. */
  titled: boolean
}

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Copy, cut and paste [EDT6]: annotations and threads travel with what is moved inside the article; all the words of an
 * annotation, copied, get a copy of it; a part of them gets nothing, and no thread is copied; nothing of the kind comes
 * from outside.
 */
export const Clipboard = Extension.create<{ articleId: string }>({
  name: 'clipboard',
  addOptions: () => ({ articleId: '' }),
  addProseMirrorPlugins() {
    const memory: Memory = {
      ...{ cut: null, copying: null, origin: null, copies: NONE, titled: false },
    }
    // After an undo, what was cut may stand in the text again.
    bindingOf(this.editor).undoManager.on('stack-item-popped', () => {
      memory.cut = null
    })
    const apart = () => bindingOf(this.editor).undoManager.stopCapturing()
    // A suggestion has no evidence of its own.
    const copies = () => !this.editor.storage.suggesting?.isOn
    return [clipboardPlugin(this.editor.schema, this.options.articleId, memory, apart, copies)]
  },
})

/** `apart`: what comes next is a step of undo of its own. */
function clipboardPlugin(
  schema: Schema,
  articleId: string,
  memory: Memory,
  apart: () => void,
  copiesEvidence: () => boolean,
): Plugin {
  const marks = () => ({
    [ARTICLE]: articleId,
    ...(memory.copying && { [CUT]: memory.copying }),
  })
  const copy = () => {
    memory.copying = null
  }
  const cut = () => {
    memory.cut = memory.copying = freshId()
  }
  return new Plugin({
    appendTransaction(trs, _old, { tr }) {
      const arrived = trs.some((done) => /^(?:paste|drop)$/.test(String(done.getMeta('uiEvent'))))
      const { copies } = memory
      if (!arrived || !copies.size) return null
      memory.copies = NONE
      return copiesEvidence() ? tr.setMeta(COPIES, copies) : null
    },
    props: {
      clipboardSerializer: new MarkingSerializer(DOMSerializer.fromSchema(schema), marks),
      clipboardTextParser(text, $context) {
        memory.titled = opensWithHeadline(text)
        return sliceOfText(text, $context)
      },
      handleDOMEvents: { copy, cut, dragstart: copy },
      transformPastedHTML(html, { state }) {
        memory.titled = false
        memory.origin = originOf(html, articleId)
        if (memory.origin) return html
        return cleanPastedHtml(html, { hasHeadline: hasHeadline(state.doc) })
      },
      transformPasted(slice, view, plain) {
        memory.copies = NONE
        return plain ? slice : adopt(slice, view.state, relationOf(view, memory), memory)
      },
      handlePaste(view, _event, slice) {
        const isTitle = memory.titled && !view.state.doc.textContent
        memory.titled = false
        const tr = insertPasted(view.state, slice)
        if (tr) {
          view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
        }
        if (tr && isTitle) makeHeadline(view, apart)
        return tr !== null
      },
    },
  })
}

/** A step of its own: whoever did not mean it has the paste as it was by one undo [EDT16]. */
function makeHeadline(view: EditorView, apart: () => void) {
  const first = view.state.doc.firstChild
  if (first?.attrs.role !== 'paragraph') return
  apart()
  view.dispatch(view.state.tr.setNodeMarkup(0, null, { ...first.attrs, role: 'headline' }))
  apart()
}

type Relation = 'moved' | 'same article' | 'elsewhere'

/** How what is pasted or dropped relates to this article. */
function relationOf({ dragging }: EditorView, memory: Memory): Relation {
  const { origin, cut } = memory
  memory.origin = null
  if (dragging) return dragging.move ? 'moved' : 'same article'
  if (!origin?.sameArticle) return 'elsewhere'
  if (origin.cut === null || origin.cut !== cut) return 'same article'
  memory.cut = null
  return 'moved'
}

/** The marks of origin in pasted HTML; null if it does not come from an article here. */
function originOf(html: string, articleId: string): Origin | null {
  const attribute = (name: string) =>
    new RegExp(`<[^>]*\\s${name}="([^"]*)"`).exec(html)?.[1] ?? null
  const article = attribute(ARTICLE)
  if (article === null || !html.includes('data-pm-slice')) return null
  const sameArticle = article === articleId && articleId !== ''
  return { sameArticle, cut: sameArticle ? attribute(CUT) : null }
}

function hasHeadline(doc: PMNode): boolean {
  return doc.children.some(({ attrs, content }) => attrs.role === 'headline' && content.size > 0)
}

/** Plain text: each line a block. The first and the last join what stands around the caret. */
function sliceOfText(text: string, $context: ResolvedPos): Slice {
  const { schema } = $context.doc.type
  const lines = cleanText(text)
    .split(/\r\n?|\n|\u2029/)
    .map((line) => line.replace(/[\t\u2028]/g, ' '))
  const filled = lines.length > 1 ? lines.filter((line) => line.trim()) : lines
  const marks = $context.marks()
  const blocks = filled.map((line) =>
    schema.node('block', { id: freshId() }, line ? schema.text(line, marks) : undefined),
  )
  return blocks.length ? new Slice(Fragment.from(blocks), 1, 1) : Slice.empty
}

/** Gives what is pasted the identifiers, annotations and threads that it may have here. */
function adopt(
  slice: Slice,
  { doc, selection }: EditorState,
  from: Relation,
  memory: Memory,
): Slice {
  if (from === 'moved') return slice
  const standing = from === 'same article' ? standingIn(doc, selection) : null
  memory.copies = standing ? wholeCopies(slice, standing.anchors) : NONE
  const own = standing && { anchors: standing.anchors, copies: memory.copies }
  const blocks = withoutGoing(slice.content).content.map((node) => {
    const keeps = standing && node.attrs.id && !standing.ids.has(node.attrs.id)
    const id = keeps ? node.attrs.id : freshId()
    const content = node.isTextblock ? adoptedInline(node.content, own) : undefined
    if (node.isText || node.isInline) return node.mark(adoptedMarks(node, own))
    return node.type.create({ ...node.attrs, id }, content, node.marks)
  })
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd)
}

/** A copy is of the words as they would be: without those that somebody proposes to take away. */
function withoutGoing(content: Fragment): Fragment {
  const kept = content.content.flatMap((node) => {
    if (node.isTextblock) return [node.copy(withoutGoing(node.content))]
    return node.marks.some(({ type }) => type.name === 'deletion') || node.type.name === 'split'
      ? []
      : [node]
  })
  return Fragment.from(kept)
}

/** Identifiers of blocks that stand in the article outside the selection, and keys of anchors with the room that they take there. */
function standingIn(doc: PMNode, { from, to }: Selection) {
  const ids = new Set<string>()
  const anchors = new Map<string, number>()
  const note = (start: number, end: number) =>
    doc.nodesBetween(start, end, (node, pos) => {
      if (node.attrs.id) ids.add(node.attrs.id)
      const size = Math.min(end, pos + node.nodeSize) - Math.max(start, pos)
      for (const mark of node.marks.filter(isAnchor)) {
        const [key] = formatOf(mark)
        anchors.set(key, (anchors.get(key) ?? 0) + size)
      }
    })
  note(0, from)
  note(to, doc.content.size)
  return { ids, anchors }
}

/** Annotations all of whose words are in the slice, each with the identifier of its copy. */
function wholeCopies({ content }: Slice, standing: ReadonlyMap<string, number>) {
  const sizes = new Map<string, number>()
  content.descendants(({ marks, nodeSize }) => {
    for (const { type, attrs } of marks)
      if (type.name === 'annotation') sizes.set(attrs.id, (sizes.get(attrs.id) ?? 0) + nodeSize)
  })
  const whole = [...sizes].filter(
    ([id, size]) => size >= (standing.get(annotationKey(id)) ?? Infinity),
  )
  return new Map(whole.map(([id]) => [id, freshId()]))
}

/** Anchors of this article that stay where they are, and the copies that some annotations get. */
interface Own {
  readonly anchors: ReadonlyMap<string, number>
  readonly copies: ReadonlyMap<string, string>
}

function adoptedInline(content: Fragment, own: Own | null): Fragment {
  return Fragment.from(content.content.map((node) => node.mark(adoptedMarks(node, own))))
}

/** `own` null: the text is not of this article. */
function adoptedMarks(node: PMNode, own: Own | null): readonly Mark[] {
  return node.marks.flatMap((mark) => {
    if (!isAnchor(mark)) return isProposal(mark) ? [] : [mark]
    const copy = mark.type.name === 'annotation' && own?.copies.get(mark.attrs.id)
    if (copy) return [mark.type.create({ id: copy })]
    return own && !own.anchors.has(formatOf(mark)[0]) ? [mark] : []
  })
}

/**
 * Pastes blocks. An empty block, or one that is selected whole, takes the first of them over, with its role; elsewhere
 * the first and the last join the text around the caret. Null where the editor's own way is right.
 */
function insertPasted({ tr, selection }: EditorState, slice: Slice): Transaction | null {
  const { $from, $to } = selection
  const target = $from.parent
  const first = slice.content.firstChild
  if (target.type.name !== 'block' || !$from.sameParent($to) || !first || first.isInline)
    return null
  const whole = $from.parentOffset === 0 && $to.parentOffset === target.content.size
  if (!whole) {
    tr.replaceSelection(slice)
    return tr.docChanged ? tr : null
  }
  const role = first.attrs.role === 'paragraph' ? target.attrs.role : first.attrs.role
  const taken = first.isTextblock
    ? first.type.create({ ...target.attrs, role, stray: false }, first.content)
    : first
  const blocks = [taken, ...slice.content.content.slice(1)]
  const from = $from.before()
  tr.replaceWith(from, $to.after(), blocks)
  const end = from + blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  return tr.setSelection(Selection.near(tr.doc.resolve(end - 1), -1))
}
