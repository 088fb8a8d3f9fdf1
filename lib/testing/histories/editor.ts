import * as Y from 'yjs'
import type { Database } from '#db/connection.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'

/** Words that come in; none ends a sentence, some end one. */
const WORDS = ['398', ' not', 'x', ' Mr Hale', '. Then', '2.4 ', ' said', '“']

/** What somebody has open of an article, with an undo of its own; online when it likes. */
export class Editor {
  readonly #client: ClientDoc
  readonly #undo: Y.UndoManager
  readonly #database: Database
  readonly #articleId: string
  #heard = 0
  /** What was changed and not sent yet. */
  #unsent: Uint8Array[] = []

  constructor(database: Database, articleId: string) {
    this.#database = database
    this.#articleId = articleId
    this.#client = new ClientDoc(1 + Math.floor(Math.random() * 2 ** 31))
    const { doc } = this.#client
    const roots = [doc.getText('text'), doc.getMap('annotations'), doc.getMap('blocks')]
    this.#undo = new Y.UndoManager(roots, { trackedOrigins: new Set([null]), captureTimeout: 0 })
  }

  async hear(): Promise<void> {
    const rows = await rowsAfter(this.#database.handle, this.#articleId, this.#heard)
    this.#client.hear(...rows.map(({ update }) => update))
    this.#heard = rows.at(-1)?.seq ?? this.#heard
  }

  /** Changes its copy at a place, in a way, both taken modulo what there is. False: there is too little. */
  edit(way: number, place: number): boolean {
    const { length } = this.#client.doc.getText('text')
    if (length < 2) return false
    const at = 1 + (place % (length - 1))
    const update = this.#client.change((doc) => {
      const text = doc.getText('text')
      if (way % 4 === 0) text.delete(at, Math.min(1 + (place % 7), text.length - at))
      else if (way % 9 === 1) text.insertEmbed(at, { block: `b${place}-${way}-${doc.clientID}` })
      else text.insert(at, WORDS[way % WORDS.length] ?? '')
    })
    this.#unsent.push(update)
    return true
  }

  /** Takes much away, also whole sentences and the ends of paragraphs. */
  cut(place: number, long: number): void {
    const { length } = this.#client.doc.getText('text')
    if (length < 2) return
    const at = 1 + (place % (length - 1))
    const update = this.#client.change((doc) => {
      doc.getText('text').delete(at, Math.min(long, length - at))
    })
    this.#unsent.push(update)
  }

  undo(): void {
    this.#unsent.push(this.#client.change(() => this.#undo.undo()))
  }

  get clientId(): number {
    return this.#client.doc.clientID
  }

  /** All that it has, as one update. */
  get whole(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#client.doc)
  }

  /** What was changed since the last time, in order. */
  take(): readonly Uint8Array[] {
    const unsent = this.#unsent
    this.#unsent = []
    return unsent
  }
}
