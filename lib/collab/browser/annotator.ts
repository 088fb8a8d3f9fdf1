import type * as Y from 'yjs'
import {
  liftAnnotation,
  type RecordChange,
  removeAnnotation,
  type Span,
  setAnnotation,
} from '#lib/collab/edit-document.ts'
import type { Subject } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation, Confidence, Kind } from '#lib/domain/sourcing/annotation.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'
import {
  type Place,
  placeOfAnnotation,
  placeOfSentence,
  placeOfSpan,
} from '#lib/domain/sourcing/place.ts'
import { citationKeys, sourcedTextKeys } from '#lib/domain/sourcing/read-annotation.ts'
import type { ArticleSession } from './article-session.ts'

/** Makes a change one step of undo: the editor's binding does it where there is one. */
export type Together = (run: () => void) => void

export type CitationFields = Omit<Citation, 'id'>

/**
 * What people do with the evidence of a sentence. Each is one change of the shared document, live for everybody and
 * undone like typing.
 */
export class Annotator {
  readonly #session: ArticleSession
  readonly #together: Together

  constructor(session: ArticleSession, together: Together) {
    this.#session = session
    this.#together = together
  }

  setKind(status: Subject, kind: Kind) {
    this.#settle(status, { kind })
  }

  setConfidence(status: Subject, confidence: Confidence | null) {
    this.#settle(status, { confidence })
  }

  setNote(status: Subject, note: string) {
    this.#change(status, { note: note.trim() ? note : null })
  }

  setPublicNote(status: Subject, publicNote: string) {
    this.#change(status, { publicNote: publicNote.trim() ? publicNote : null })
  }

  /** New evidence takes the present words as sourced. A sentence without a kind becomes a fact. */
  addCitation(status: Subject, fields: CitationFields) {
    const kind = status.kind && status.kind !== 'exempt' ? {} : { kind: 'fact' }
    const citation = { ...fields, id: crypto.randomUUID() }
    this.#change(status, { ...kind, ...citationKeys(citation) }, true)
  }

  changeCitation(status: Subject, citation: Citation) {
    this.#together(() => {
      // The new evidence confirms the words; the citation itself stays with the annotation that has it.
      const own = this.#target(status)
      const holder = holderOf(status, citation)
      if (holder && holder !== own.id && holder !== own.copyOf) {
        this.#change(status, {}, true)
        this.#write(holder, citationKeys(citation))
      } else this.#change(status, citationKeys(citation), true)
    })
  }

  removeCitation(status: Subject, citation: Citation) {
    const own = this.#target(status)
    const holder = holderOf(status, citation)
    const gone = Object.fromEntries(Object.keys(citationKeys(citation)).map((key) => [key, null]))
    if (holder && holder !== own.id && holder !== own.copyOf)
      this.#together(() => this.#write(holder, gone))
    else this.#change(status, gone)
  }

  /** Nothing to check; a reason stands in the internal note. Without one, what is noted there stays. */
  exempt(status: Subject, reason: string) {
    const note = reason ? { note: reason } : {}
    this.#change(status, { kind: 'exempt', confidence: null, ...note }, true)
  }

  /** The same sources as another sentence, each once [EVI14], without its passages and what is thought of them: they are its own. */
  sameAs(status: Subject, other: SentenceStatus) {
    const known = new Set(allCitations(status).map(useOf))
    const missing = new Map(allCitations(other).map((citation) => [useOf(citation), citation]))
    const fresh = [...missing]
      .filter(([use]) => !known.has(use))
      .map(([, citation]) => ({ ...citation, ...UNREAD, id: crypto.randomUUID() }))
    const record: Record<string, string | number | null> = {}
    for (const citation of fresh) Object.assign(record, citationKeys(citation))
    if (!status.kind || status.kind === 'exempt') record.kind = other.kind
    if (!status.confidence) record.confidence = other.confidence
    this.#change(status, record, true)
  }

  /** What cites one source cites another: the registry has one of the two. No step of undo: nobody did it. */
  repoint(known: ReadonlyMap<string, string>) {
    if (!known.size) return
    const { doc } = this.#session
    const annotations = doc.getMap<Y.Map<unknown>>('annotations')
    doc.transact(() => {
      for (const record of annotations.values()) {
        if (typeof record?.entries !== 'function') continue
        for (const [key, value] of [...record.entries()]) {
          const to = /^citation\..*\.sourceId$/.test(key) ? known.get(String(value)) : undefined
          if (to !== undefined) record.set(key, to)
        }
      }
    })
  }

  /** "Evidence still holds": takes the present words as sourced. */
  stillHolds(status: Subject) {
    this.#change(status, {}, true)
  }

  /**
   * Gives an annotation whose words are gone a new place. What it was sourced for stays: other words are then `changed`. One
   * that came without words is taken as given for the sentence that a person puts it on.
   */
  place(annotationId: string, span: Span) {
    const { doc, reader } = this.#session
    const known = reader.content.annotations.get(annotationId)?.sourcedText
    const { words } = placeOfSpan(reader.content, span)
    const record = known ? {} : sourcedTextKeys({ ...words, scope: 'sentence' })
    this.#together(() =>
      setAnnotation(doc, reader.flat, { id: annotationId, span, record, replace: false }),
    )
  }

  /** Throws annotations away that have no place. */
  discard(annotationIds: readonly string[]) {
    this.#together(() => {
      for (const id of annotationIds) removeAnnotation(this.#session.doc, id)
    })
  }

  /** Gives a part of a sentence evidence of its own [EVI10]; the annotation for it. */
  startPart({ blockIndex, from, to }: Span): string {
    const { doc, reader } = this.#session
    const { annotationId, words } = placeOfSpan(reader.content, { blockIndex, from, to })
    if (annotationId !== null) return annotationId
    const id = crypto.randomUUID()
    const record = { kind: 'fact', ...sourcedTextKeys(words) }
    this.#together(() =>
      setAnnotation(doc, reader.flat, {
        id,
        span: { blockIndex, from, to },
        record,
        replace: false,
      }),
    )
    return id
  }

  /** Takes everything off what is worked on. */
  clear(status: Subject) {
    this.#together(() => {
      for (const { id } of status.annotations) removeAnnotation(this.#session.doc, id)
    })
  }

  /** What a person says of the whole sentence holds for all that meets in it: where annotations differed, it settles it. */
  #settle(status: Subject, record: RecordChange) {
    this.#together(() => {
      const { id, copyOf } = this.#target(status)
      this.#change(status, record)
      for (const other of status.annotations) {
        const isApart = other.id === id || other.id === copyOf || isEmpty(other)
        if (!isApart && other.sourcedText?.scope !== 'span') this.#write(other.id, record)
      }
    })
  }

  #write(id: string, record: RecordChange) {
    const { doc, reader } = this.#session
    setAnnotation(doc, reader.flat, { id, span: null, record, replace: false })
  }

  /** `words`: the present words are sourced by this. */
  #change(status: Subject, record: RecordChange, words = false) {
    const { doc, reader } = this.#session
    const { id, place, copyOf, isNew } = this.#target(status)
    const { blockIndex, from, to } = place
    const span = { blockIndex, from, to }
    this.#together(() => {
      const base = copyOf === null ? {} : this.#recordOf(copyOf)
      if (copyOf !== null) liftAnnotation(doc, reader.flat, copyOf, span)
      const sourced = words || isNew ? sourcedTextKeys(place.words) : {}
      const keys = { ...base, ...sourced, ...record }
      setAnnotation(doc, reader.flat, {
        id,
        span: words || isNew ? span : null,
        record: keys,
        replace: false,
      })
      if (words) this.#confirmOthers(status, id)
    })
  }

  /** The annotation that a change of this sentence goes to. */
  #target(status: Subject): {
    id: string
    place: Place
    copyOf: string | null
    isNew: boolean
  } {
    const { content } = this.#session.reader
    const part = status.part === null ? null : placeOfAnnotation(content, status.part)
    if (part && status.part !== null)
      return { id: status.part, place: part, copyOf: null, isNew: false }
    const place = placeOfSentence(content, status.sentence)
    if (place.annotationId !== null)
      return { id: place.annotationId, place, copyOf: null, isNew: false }
    // After a split one annotation stands on two sentences: this one gets its own, which says the same.
    return {
      id: crypto.randomUUID(),
      place,
      copyOf: status.annotations[0]?.id ?? null,
      isNew: true,
    }
  }

  #recordOf(id: string): RecordChange {
    const record = this.#session.doc.getMap('annotations').get(id) as
      | { toJSON?(): RecordChange }
      | undefined
    return record?.toJSON?.() ?? {}
  }

  /** A merged sentence has several annotations: who confirms the words confirms them for all of it. */
  #confirmOthers(status: Subject, done: string) {
    const { words } = placeOfSentence(this.#session.reader.content, status.sentence)
    for (const { id, sourcedText } of status.annotations) {
      if (id === done || !sourcedText || sourcedText.scope === 'span') continue
      this.#write(id, sourcedTextKeys(words))
    }
  }
}

/** The annotation that a citation belongs to: after a merge a sentence has several. */
function holderOf({ annotations }: SentenceStatus, citation: Citation): string | undefined {
  return annotations.find(({ citations }) => citations.some(({ id }) => id === citation.id))?.id
}

function allCitations({ annotations }: SentenceStatus): readonly Citation[] {
  return annotations.flatMap((annotation) => annotation.citations)
}

/** What a citation has that nobody has looked up in its source yet. Credibility is of what is said there [CON2]. */
const UNREAD = { locator: null, quote: '', credibility: null }

/** What is cited, and as what. */
const useOf = ({ sourceId, relation }: Citation) => `${relation} ${sourceId}`
