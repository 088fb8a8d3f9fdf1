import type { Kind, Locator, Relation, SourcedText } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { placeOfSentence } from '#lib/domain/sourcing/place.ts'
import { citationKeys, sourcedTextKeys } from '#lib/domain/sourcing/read-annotation.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { sourceIdentity } from '#lib/domain/sourcing/source-identity.ts'
import type { Block, Sentence } from '#lib/domain/text/article-text.ts'
import { type NewId, type SeedBlock, seedText } from '#lib/domain/text/seed.ts'
import { sentencesOf } from '#lib/domain/text/sentences.ts'
import type { ImportedNote, NoteKind } from './draft.ts'
import { type Cited, linksIn, readNote, wordsIn } from './note-form.ts'

/** What notes of a document become [EVI11]: sources, and one annotation for each sentence that has notes. */
export interface EvidencePlan {
  readonly sources: readonly PlannedSource[]
  readonly annotations: readonly PlannedAnnotation[]
}

export interface PlannedSource {
  readonly kind: SourceKind
  readonly title: string
  readonly url: string | null
  readonly identity: string
}

export interface PlannedCitation {
  /** Index into `sources`. */
  readonly source: number
  readonly relation: Relation
  readonly locator: Locator | null
  readonly quote: string
}

export interface PlannedAnnotation {
  readonly id: string
  /** The sentence that it stands on; null for the notes that no sentence has. */
  readonly sentence: Sentence | null
  readonly kind: Kind | null
  readonly citations: readonly PlannedCitation[]
  readonly note: string
  readonly publicNote: string
  readonly words: SourcedText | null
}

/**
 * Notes find their sentences, and links in them become sources, each once. Kind `fact` is what a source is cited for until
 * a person says more; confidence is for a person to say, always.
 */
export function planEvidence(
  blocks: readonly SeedBlock[],
  notes: readonly ImportedNote[],
  lang: string,
  newId: NewId,
): EvidencePlan {
  if (!notes.length) return { sources: [], annotations: [] }
  const content = contentOf(blocks, lang)
  const byBlock = Map.groupBy(sentencesOf(content.blocks, lang), ({ blockIndex }) => blockIndex)
  const found = notes.map((note) => ({ note, sentence: sentenceOf(note, byBlock) }))
  const groups = Map.groupBy(found, ({ note, sentence }) => sentence?.index ?? note)
  const sources = new PlannedSources()
  const annotations = [...groups.values()].map((group) => {
    const sentence = group[0]?.sentence ?? null
    const said = group.map(({ note }) => saidBy(note, sentence))
    const citations = said.flatMap(({ cited }) => cited.map((one) => sources.cite(one)))
    const lines = (field: 'note' | 'publicNote') =>
      said
        .map((one) => one[field])
        .filter(Boolean)
        .join('\n')
    return {
      id: newId(),
      sentence,
      kind: citations.length ? ('fact' as const) : null,
      citations,
      note: lines('note'),
      publicNote: lines('publicNote'),
      words: sentence && placeOfSentence(content, sentence).words,
    }
  })
  return { sources: sources.list, annotations }
}

/** The keys of the record, for writing. Citations are read in the order of their ids: that of the notes is kept. */
export function plannedRecord(
  { kind, citations, note, publicNote, words }: PlannedAnnotation,
  sourceIds: readonly string[],
  newId: NewId,
): Record<string, string | number | null> {
  const ids = citations.map(newId).sort()
  const keys = citations.map(({ source, relation, locator, quote }, at) => {
    const id = ids[at] ?? ''
    const sourceId = sourceIds[source] ?? ''
    return citationKeys({ id, sourceId, relation, locator, quote, credibility: null })
  })
  return Object.assign(
    { kind, note: note || null, publicNote: publicNote || null },
    words && sourcedTextKeys(words),
    ...keys,
  )
}

function contentOf(blocks: readonly SeedBlock[], lang: string): ArticleContent {
  const meta = { lang, byline: '', section: '', dateline: '', slugWish: '' }
  return { blocks: blocks.map(readSeed), annotations: new Map(), meta }
}

function readSeed(block: SeedBlock): Block {
  const { id, role, alt } = block
  if (alt !== undefined) return { type: 'figure', id, alt, picture: null, credit: null }
  const text = seedText(block)
  const none = { formats: [], anchors: [], threads: [], boundaries: [], proposals: [] }
  return { type: 'text', id, role, text, ...none }
}

/** A mark behind the full stop belongs to the sentence that it ends; a comment to the first sentence that it touches. */
function sentenceOf(
  { place }: ImportedNote,
  byBlock: ReadonlyMap<number, readonly Sentence[]>,
): Sentence | null {
  const sentences = (place && byBlock.get(place.block)) ?? []
  if (!place) return null
  const { from, to } = place
  if (from < to) {
    const touched = sentences.find((sentence) => sentence.to > from && sentence.from < to)
    if (touched) return touched
  }
  return sentences.findLast((sentence) => sentence.from < to) ?? sentences[0] ?? null
}

interface Said {
  readonly cited: readonly Cited[]
  readonly note: string
  readonly publicNote: string
}

const NAMES: Readonly<Record<NoteKind, string>> = {
  footnote: 'Footnote',
  endnote: 'Endnote',
  comment: 'Comment',
}

/** What a note says. Its words are kept in the internal note wherever its citations do not say all of them. */
function saidBy(note: ImportedNote, sentence: Sentence | null): Said {
  if (note.kind === 'comment') {
    const { author, date } = note
    const head = ['Comment', author && ` by ${author}`, date && `, ${date.slice(0, 10)}`].join('')
    const line = `${head}${aboutOf(note, sentence)}: ${wordsIn(note.runs)}`
    return { cited: linksIn(note.runs), note: line, publicNote: '' }
  }
  const { words, cited, publicNote, isExact } = readNote(note.runs)
  const kept = isExact && sentence ? '' : `${NAMES[note.kind]}: ${words}`
  return { cited, note: kept, publicNote }
}

/** The words that a comment is about, where they are not the sentence. */
function aboutOf({ place }: ImportedNote, sentence: Sentence | null): string {
  if (!place || !sentence || place.from >= place.to) return ''
  const from = Math.max(0, place.from - sentence.from)
  const words = sentence.text.slice(from, Math.max(from, place.to - sentence.from)).trim()
  return words && words !== sentence.text ? `, on “${words}”` : ''
}

/** Sources in the order of their first citation, each once [SRC2]. */
class PlannedSources {
  readonly list: PlannedSource[] = []
  readonly #known = new Map<string, number>()

  cite({ name, url, relation, locator, quote }: Cited): PlannedCitation {
    const plain = { kind: kindOf(url), title: name, url }
    const identity = sourceIdentity(plain)
    const known = this.#known.get(identity)
    const source = known ?? this.list.push({ ...plain, identity }) - 1
    this.#known.set(identity, source)
    return { source, relation, locator, quote }
  }
}

const KIND_OF_FILE: readonly (readonly [RegExp, SourceKind])[] = [
  [/\.(pdf|docx?|odt|rtf|txt)$/i, 'document'],
  [/\.(csv|tsv|xlsx?|ods|json)$/i, 'dataset'],
  [/\.(mp3|mp4|m4a|wav|ogg|webm)$/i, 'recording'],
]

function kindOf(url: string | null): SourceKind {
  if (url === null) return 'document'
  const { pathname } = new URL(url)
  return KIND_OF_FILE.find(([pattern]) => pattern.test(pathname))?.[1] ?? 'webPage'
}
