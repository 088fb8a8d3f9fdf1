import * as Y from 'yjs'
import type { Database } from '#db/connection.ts'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { foldDocument } from '#lib/collab/fold-document.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { acceptedAt, isProposing, readAcceptance } from '#lib/domain/text/acceptance.ts'

/** A character of the article as it stands. */
export interface Letter {
  /** Names it for good, wherever it stands. */
  readonly id: string
  readonly sign: string
  /** Who brought it. */
  readonly personId: string
}

/**
 * Who typed each character, by whose row first brought its client id: what the product folds out of the log into authors
 * of sentences, told apart by single characters, whatever merges, undoes and suggestions made of them.
 */
export class Letters {
  readonly #database: Database
  readonly #articleId: string
  readonly #doc = foldDocument()
  readonly #typists = new Map<number, string>()
  #heard = 0

  constructor(database: Database, articleId: string) {
    this.#database = database
    this.#articleId = articleId
  }

  async follow(): Promise<void> {
    for (const row of await rowsAfter(this.#database.handle, this.#articleId, this.#heard)) {
      for (const { id } of Y.decodeUpdate(row.update).structs)
        if (!this.#typists.has(id.client)) this.#typists.set(id.client, row.personId)
      Y.applyUpdate(this.#doc, row.update)
      this.#heard = row.seq
    }
  }

  /** Whether a document has written anything that was let in: what only went has no name in it. */
  hasRead(clientId: number): boolean {
    return this.#typists.has(clientId)
  }

  /** Those of a sentence; null: they do not stand where the product says. */
  of({ sentence }: SentenceStatus): readonly Letter[] | null {
    const letters = this.#blocks()[sentence.blockIndex]?.slice(sentence.from, sentence.to)
    const text = letters?.map(({ sign }) => sign).join('')
    return letters && text === sentence.text ? letters : null
  }

  #blocks(): readonly (readonly Letter[])[] {
    const blocks: Letter[][] = []
    const accepted = this.#accepted()
    for (let item = this.#doc.getText('text')._start; item; item = item.right) {
      if (item.deleted || !(item instanceof Y.Item) || !item.countable) continue
      const { client, clock } = item.id
      const personId = this.#typists.get(client) ?? ''
      for (let at = 0; at < item.length; at++) {
        if (!accepted(client, clock + at)) continue
        if (!(item.content instanceof Y.ContentString)) blocks.push([])
        else {
          if (!blocks.length) blocks.push([])
          const sign = item.content.str[at] ?? ''
          blocks.at(-1)?.push({ id: `${client}.${clock + at}`, sign, personId })
        }
      }
    }
    return blocks
  }

  /** Whether a character is part of the article, and not only suggested. */
  #accepted(): (client: number, clock: number) => boolean {
    const entries = [...this.#doc.getMap('proposals')].map(
      ([id, keys]) => [id, keys instanceof Y.Map ? keys.toJSON() : {}] as const,
    )
    const known = readAcceptance(entries)
    return (client, clock) => {
      if (!isProposing(client)) return true
      const acceptance = known.get(client)
      return acceptance !== undefined && acceptedAt(acceptance, clock).isAccepted
    }
  }
}
