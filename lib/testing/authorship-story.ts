import * as Y from 'yjs'
import { AuthorshipTracker, type TrackedRow } from '#lib/collab/authorship-tracker.ts'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { setAnnotation } from '#lib/collab/edit-document.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import type { KeyedApproval } from '#lib/collab/ports.ts'
import { authorshipKeyOf } from '#lib/domain/review/authorship-key.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { at } from './builders.ts'
import { ClientDoc, seedOf } from './client-doc.ts'

export const TEXT = 'It cost 2.4 million. It leaks. Nobody came.'

/** A log of an article that `ada` began, written by people with an editor each. */
export class Story {
  readonly rows: TrackedRow[] = [{ seq: 1, personId: 'ada', update: seedOf(TEXT) }]
  readonly #editors = new Map<string, ClientDoc>()

  act(personId: string, work: (doc: Y.Doc) => void): this {
    const editor = this.#editors.get(personId) ?? new ClientDoc(10 + this.#editors.size)
    this.#editors.set(personId, editor)
    editor.hear(...this.rows.map(({ update }) => update))
    this.rows.push({ seq: this.rows.length + 1, personId, update: editor.change(work) })
    return this
  }

  /** Replaces words; the first block's opening counts one. */
  replace(personId: string, from: string, to: string): this {
    return this.act(personId, (doc) => {
      const text = doc.getText('text')
      const place = text.toString().indexOf(from) + 1
      text.delete(place, from.length)
      text.insert(place, to)
    })
  }

  /** Writes behind words that stand there, and takes nothing away. */
  add(personId: string, behind: string, words: string): this {
    return this.act(personId, (doc) => {
      const text = doc.getText('text')
      text.insert(text.toString().indexOf(behind) + 1 + behind.length, words)
    })
  }

  remove(personId: string, words: string): this {
    return this.replace(personId, words, '')
  }

  annotate(personId: string, id: string, sentence: number, record: Record<string, string>): this {
    return this.act(personId, (doc) => {
      const reader = new DocumentReader(doc)
      const { blockIndex, from, to } = at(sourcedSentencesOf(reader.content), sentence).sentence
      setAnnotation(doc, reader.flat, { id, span: { blockIndex, from, to }, record, replace: true })
    })
  }

  /** An approval of a sentence as it stands now. */
  approval(sentence: number, fields: Partial<KeyedApproval> = {}): KeyedApproval {
    const doc = foldDocument()
    for (const { update } of this.rows) Y.applyUpdate(doc, update)
    const sourced = at(sourcedSentencesOf(new DocumentReader(doc).content), sentence)
    return {
      ...{
        id: `${this.rows.length} ${sentence}`,
        fingerprint: '',
        annotationIds: [],
        personId: 'rev',
      },
      ...{ personName: '', text: sourced.sentence.text, at: '', withdrawnAt: null },
      seq: this.rows.length,
      authorshipKey: authorshipKeyOf('x', sourced),
      ...fields,
    }
  }

  authors(approvals: readonly KeyedApproval[] = []): string[] {
    const tracker = new AuthorshipTracker('x')
    tracker.fold(this.rows, approvals)
    return shownAuthors(tracker)
  }
}

export const shownAuthors = (tracker: AuthorshipTracker) =>
  tracker.authors().map((people) => [...people].sort().join())
