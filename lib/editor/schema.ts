import { getSchema, Mark, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { isFileHash } from '#lib/domain/shared/file-store.ts'
import { ROLES, type Role } from '#lib/domain/text/article-text.ts'
import { figureOf } from '#lib/domain/text/read-block.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { proposalExtensions, proposedAttributes } from './schema-proposals.ts'

/** Any value as a role: what we do not know is read as a paragraph [TXT3]. */
export function asRole(value: unknown): Role {
  return ROLES.find((role) => role === value) ?? 'paragraph'
}

/** What an entry says of its figure, as the editor holds it: empty for what is not there or names nothing [FIG4]. */
export function shownFigure(entry: Readonly<Record<string, unknown>>) {
  const { alt, picture, credit } = figureOf(entry)
  return { alt, picture: picture ?? '', credit: credit ?? '' }
}

const Document = Node.create({ name: 'doc', topNode: true, content: '(block | figure)+' })
const Text = Node.create({ name: 'text', group: 'inline' })

/** The element that tells a screen reader what a block is. */
const TAGS: Readonly<Record<Role, string>> = {
  headline: 'h1',
  standfirst: 'p',
  paragraph: 'p',
  subhead: 'h2',
  quote: 'blockquote',
  bullet: 'p',
  numbered: 'p',
  caption: 'p',
}

const blockAttrs = (role: Role) => (element: HTMLElement) => ({
  role: element.dataset.role ? asRole(element.dataset.role) : role,
  id: element.dataset.block ?? '',
})

/** A line of the article. `stray`: no embed of the shared text opens it, so it has no place of its own there. */
const Block = Node.create({
  name: 'block',
  content: 'inline*',
  addAttributes: () => ({
    id: { default: '', rendered: false },
    role: { default: 'paragraph', rendered: false },
    stray: { default: false, rendered: false, keepOnSplit: false },
    // What is proposed about the opening: keys of the shared text with their values, or null.
    proposed: { default: null, rendered: false, keepOnSplit: false },
  }),
  parseHTML: () => [
    { tag: 'p', getAttrs: blockAttrs('paragraph') },
    { tag: 'h1', getAttrs: blockAttrs('headline') },
    { tag: 'h2', getAttrs: blockAttrs('subhead') },
    { tag: 'blockquote', getAttrs: blockAttrs('quote') },
  ],
  renderHTML({ node }) {
    const role = asRole(node.attrs.role)
    // Each block runs in the direction of its own words, whatever the page does.
    const attrs = { 'data-role': role, 'data-block': node.attrs.id, dir: 'auto' }
    return [TAGS[role], { ...attrs, ...proposedAttributes(node.attrs.proposed) }, 0]
  },
})

/** The size of a picture in the editor: as wide as a screen of twice the density shows the column. */
const EDITOR_WIDTH = 960

/** What stands for a picture or a description that a figure lacks. */
export interface FigureWords {
  readonly noPicture: string
  readonly noDescription: string
}

/** Where nobody reads it. */
const NO_WORDS: FigureWords = { noPicture: '', noDescription: '' }

const Figure = Node.create<FigureWords>({
  name: 'figure',
  atom: true,
  draggable: true,
  addOptions: () => NO_WORDS,
  addAttributes: () => ({
    id: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    picture: { default: '', rendered: false },
    credit: { default: '', rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'figure[data-role=figure]',
      getAttrs: ({ dataset }) => ({
        id: dataset.block ?? '',
        ...shownFigure({ alt: dataset.alt, picture: dataset.picture, credit: dataset.credit }),
      }),
    },
  ],
  renderHTML({ node }) {
    const { id, alt, picture, credit } = node.attrs
    const said = { 'data-alt': alt, 'data-picture': picture, 'data-credit': credit }
    const attrs = { 'data-role': 'figure', 'data-block': id, ...said }
    // Named by its hash and nothing else: an address that a client wrote would let strangers see who reads the draft.
    const src = isFileHash(picture) ? `/api/v1/pictures/${picture}/${EDITOR_WIDTH}` : null
    const shown = src
      ? ['img', { src, alt: alt || this.options.noDescription, draggable: 'false' }]
      : ['span', { class: 'no-picture' }, alt || this.options.noPicture]
    return ['figure', attrs, shown]
  },
})

/** An embed of a kind that a newer program wrote. It shows nothing, and keeps its place in the text [EDT9]. */
const Foreign = Node.create({
  name: 'foreign',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({ embed: { default: null, rendered: false } }),
  renderHTML: () => ['span', { 'data-foreign': '', contenteditable: 'false' }],
})

const Annotation = Mark.create({
  name: 'annotation',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'span[data-annotation]',
      getAttrs: (element) => ({ id: element.dataset.annotation ?? '' }),
    },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-annotation': mark.attrs.id }, 0],
})

/** Where a conversation stands. Only the server puts it there, so nothing that is pasted makes one but the editor's own HTML. */
const Thread = Mark.create({
  name: 'thread',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: '', rendered: false } }),
  parseHTML: () => [
    { tag: 'span[data-thread]', getAttrs: (element) => ({ id: element.dataset.thread ?? '' }) },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-thread': mark.attrs.id }, 0],
})

/** A correction of the segmenter by hand, on the character that follows the place. */
const Boundary = Mark.create({
  name: 'boundary',
  inclusive: false,
  addAttributes: () => ({ kind: { default: 'split', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'span[data-boundary]',
      getAttrs: (element) => ({ kind: element.dataset.boundary === 'join' ? 'join' : 'split' }),
    },
  ],
  renderHTML: ({ mark }) => ['span', { 'data-boundary': mark.attrs.kind }, 0],
})

const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: '', rendered: false } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs(element) {
        const href = safeHref(element.getAttribute('href') ?? '')
        return href ? { href } : false
      },
    },
  ],
  renderHTML: ({ mark }) => [
    'a',
    { href: safeHref(mark.attrs.href) ?? '#', rel: 'noopener noreferrer nofollow' },
    0,
  ],
})

const Bold = Mark.create({
  name: 'bold',
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
})

const Italic = Mark.create({
  name: 'italic',
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }],
  renderHTML: () => ['em', 0],
})

/** The nodes and marks of an article, for an editor. Anchors first: the outermost mark is split least. */
export const schemaExtensionsIn = (words: FigureWords = NO_WORDS) => [
  Document,
  Block,
  Figure.configure(words),
  Text,
  Foreign,
  ...proposalExtensions,
  Annotation,
  Thread,
  Boundary,
  Link,
  Bold,
  Italic,
]

/** The same where nobody reads it. */
export const schemaExtensions = schemaExtensionsIn()

/** The same as a plain schema, where there is no editor. */
export function articleSchema(): Schema {
  return getSchema(schemaExtensions)
}
