import { MAX_PICTURE_BYTES } from '#lib/domain/figures/picture-file.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { DocxStyles } from './docx-styles.ts'
import type { NotTaken } from './draft.ts'
import { openParts, type Parts, refuse } from './unzip.ts'
import { elementsOf, parseXml, type Xml } from './xml.ts'

/** A part with the links that go out of it. */
export interface DocxPart {
  readonly root: Xml
  readonly links: ReadonlyMap<string, string>
}

/** A document that has been opened: its styles are read, its text is not yet. */
export interface DocxPackage {
  readonly styles: DocxStyles
  readonly links: ReadonlyMap<string, string>
  /** Parts of it that are not taken. */
  readonly things: readonly (readonly [NotTaken, number])[]
  /** Gives each element of the text, in order; none of them is kept, because a document may have a million. */
  readText(each: (element: Xml) => void): Result<null>
  /** What stands behind the relationship of a picture; null: nothing that could be taken. */
  picture(embed: string): Uint8Array | null
  /** Null when the document has none. */
  part(type: string): Result<DocxPart | null>
}

interface Relation {
  readonly id: string
  /** The last word of its type: `footnotes`. */
  readonly type: string
  readonly target: string
  readonly isExternal: boolean
}

const NO_DOCUMENT = 'is no .docx document of a word processor'

export function openDocx(bytes: Uint8Array): Result<DocxPackage> {
  if (isCompound(bytes)) return refuse('is protected by a password, or of an older word processor')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse(NO_DOCUMENT)
  const parts = openParts(bytes)
  if (!parts.ok) return parts
  const top = relationsOf(parts.value, '')
  if (!top.ok) return top
  const main = top.value.find(({ type }) => type === 'officeDocument')?.target
  if (!main || !parts.value.has(main)) return refuse(NO_DOCUMENT)
  const relations = relationsOf(parts.value, main)
  if (!relations.ok) return relations
  const part = partsBy(parts.value, relations.value)
  const [styles, numbering] = [part('styles'), part('numbering')]
  if (!styles.ok) return styles
  if (!numbering.ok) return numbering
  return ok({
    styles: new DocxStyles(styles.value?.root ?? null, numbering.value?.root ?? null),
    links: linksOf(relations.value),
    things: thingsOf(relations.value, parts.value),
    readText: (each) => readText(parts.value, main, each),
    picture: (embed) => pictureOf(parts.value, relations.value, embed),
    part,
  })
}

/** The first bytes of what older word processors write, and newer ones that encrypt. */
function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
}

function readText(parts: Parts, main: string, each: (element: Xml) => void): Result<null> {
  const bytes = parts.read(main)
  if (!bytes.ok) return bytes
  const read = parseXml(bytes.value ?? new Uint8Array(), (element, parent) => {
    if (parent.name !== 'w:body') return false
    each(element)
    return true
  })
  if (!read.ok) return read
  return read.value.name === 'w:document' ? ok(null) : refuse(NO_DOCUMENT)
}

function pictureOf(parts: Parts, relations: readonly Relation[], embed: string): Uint8Array | null {
  const relation = relations.find(({ id, type }) => id === embed && type === 'image')
  if (!relation || relation.isExternal) return null
  const bytes = parts.read(relation.target, MAX_PICTURE_BYTES)
  return bytes.ok ? bytes.value : null
}

function partsBy(parts: Parts, relations: readonly Relation[]): DocxPackage['part'] {
  return (type) => {
    const target = relations.find((one) => one.type === type && !one.isExternal)?.target
    const bytes = target === undefined ? ok(null) : parts.read(target)
    if (!bytes.ok) return bytes
    if (!bytes.value || target === undefined) return ok(null)
    const root = parseXml(bytes.value)
    if (!root.ok) return root
    const links = relationsOf(parts, target)
    return links.ok ? ok({ root: root.value, links: linksOf(links.value) }) : links
  }
}

function thingsOf(relations: readonly Relation[], parts: Parts): DocxPackage['things'] {
  const count = (...types: readonly string[]) =>
    relations.filter(({ type }) => types.includes(type)).length
  const macros = count('vbaProject') || parts.names().some((name) => /vbaproject/i.test(name))
  return [
    ['headerOrFooter', count('header', 'footer')],
    ['macros', macros ? 1 : 0],
  ]
}

function linksOf(relations: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(
    relations.filter(({ isExternal }) => isExternal).map(({ id, target }) => [id, target]),
  )
}

/** What a part is related to; the empty name stands for the package. */
function relationsOf(parts: Parts, name: string): Result<readonly Relation[]> {
  const cut = name.lastIndexOf('/') + 1
  const folder = name.slice(0, cut)
  const bytes = parts.read(`${folder}_rels/${name.slice(cut)}.rels`)
  if (!bytes.ok) return bytes
  if (!bytes.value) return ok([])
  const root = parseXml(bytes.value)
  if (!root.ok) return root
  return ok(
    elementsOf(root.value).map(({ attributes }) => {
      const isExternal = attributes.TargetMode === 'External'
      const target = attributes.Target ?? ''
      return {
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: isExternal ? target : nameOf(folder, target),
        isExternal,
      }
    }),
  )
}

/** The name of a part by its address from another one. It is looked up among the parts, and nowhere else. */
function nameOf(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
