import { readFileSync } from 'node:fs'
import { strToU8, type ZipOptions, zipSync } from 'fflate'
import type { ImportedDraft, ImportedNote } from '#lib/domain/drafts/draft.ts'
import { type SeedBlock, seedText } from '#lib/domain/text/seed.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A document of the corpus. */
export function draftFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./drafts/${name}`, import.meta.url)))
}

export interface DocxParts {
  /** XML between the tags of the body. */
  readonly body?: string
  readonly footnotes?: string
  readonly comments?: string
  readonly styles?: string
  readonly numbering?: string
  /** Further relationships of the text. */
  readonly relations?: string
  /** Parts as they are; they replace those of the same name. */
  readonly more?: Readonly<Record<string, Uint8Array | string>>
}

/** A document with these parts, packed. */
export function docxOf(parts: DocxParts, options: ZipOptions = {}): Uint8Array {
  const named = ['footnotes', 'comments', 'styles', 'numbering'] as const
  const given = named.filter((name) => parts[name] !== undefined)
  const relations = given.map(
    (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  )
  const files: Record<string, Uint8Array | string> = {
    '_rels/.rels': relationsXml(
      `<Relationship Id="d" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': xml('document', `<w:body>${parts.body ?? ''}</w:body>`),
    'word/_rels/document.xml.rels': relationsXml(relations.join('') + (parts.relations ?? '')),
    ...Object.fromEntries(given.map((name) => [`word/${name}.xml`, xml(name, parts[name] ?? '')])),
    ...parts.more,
  }
  const packed = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1), ...options })
}

export function xml(root: string, content: string): string {
  return `<?xml version="1.0"?><w:${root} xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${content}</w:${root}>`
}

function relationsXml(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`
}

/** A paragraph of runs: words become one, markup stays. */
export function p(...content: readonly string[]): string {
  const runs = content.map((part) => (part.startsWith('<') ? part : r(part)))
  return `<w:p>${runs.join('')}</w:p>`
}

export function r(words: string, look = ''): string {
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** A drawing that shows what stands behind a relationship. */
export function drawing(alt: string, embed: string): string {
  const picture = `<pic:pic><pic:blipFill><a:blip r:embed="${embed}"/></pic:blipFill></pic:pic>`
  return `<w:r><w:drawing><wp:inline><wp:docPr descr="${alt}"/>${picture}</wp:inline></w:drawing></w:r>`
}

export function imageRelation(id: string, target: string, more = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/image" Target="${target}" ${more}/>`
}

/** `role: text`, with formatting as `[b:words]`. */
export function shownBlocks(blocks: readonly SeedBlock[]): readonly string[] {
  return blocks.map(({ role, runs, alt }) => {
    if (alt !== undefined) return `figure: ${alt}`
    const words = runs.map(({ text, bold, italic, link }) => {
      const marks = `${bold ? 'b' : ''}${italic ? 'i' : ''}${link ? `<${link}>` : ''}`
      return marks ? `[${marks}:${text}]` : text
    })
    return `${role}: ${words.join('')}`
  })
}

/** `kind after “words before”: words`, with links as `[words](address)`. */
export function shownNotes({ blocks, notes }: Pick<ImportedDraft, 'blocks' | 'notes'>) {
  return notes.map((note) => `${note.kind} ${whereOf(note, blocks)}: ${wordsOf(note)}`)
}

function whereOf({ place }: ImportedNote, blocks: readonly SeedBlock[]): string {
  if (!place) return 'nowhere'
  const text = seedText(blocks[place.block] ?? { runs: [] })
  if (place.from < place.to) return `on “${text.slice(place.from, place.to)}”`
  return `after “${text.slice(Math.max(0, place.to - 12), place.to)}”`
}

function wordsOf({ runs }: ImportedNote): string {
  return runs.map(({ text, link }) => (link ? `[${text}](${link})` : text)).join('')
}
