import * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { seedDocument } from '#lib/collab/seed-document.ts'
import type { Role } from '#lib/domain/text/article-text.ts'

/** The first update of an article, each string a block: `headline: It leaks`. */
export function seedOf(...blocks: readonly string[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  const seeds = blocks.map((literal, at) => {
    const [, role = 'paragraph', text = ''] = /^(?:([a-z]+): )?(.*)$/su.exec(literal) ?? []
    return { id: `b${at}`, role: role as Role, runs: [{ text }] }
  })
  seedDocument(doc, seeds, { lang: 'en' })
  return Y.encodeStateAsUpdate(doc)
}

/** What a person's editor holds: a document with a client id of its own, which says what each change was. */
export class ClientDoc {
  readonly doc = foldDocument()

  constructor(clientId: number, ...updates: readonly Uint8Array[]) {
    this.doc.clientID = clientId
    this.hear(...updates)
  }

  hear(...updates: readonly Uint8Array[]): void {
    for (const update of updates) Y.applyUpdate(this.doc, update, 'network')
  }

  /** Changes the document; what it would send. */
  change(work: (doc: Y.Doc) => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc)
    this.doc.transact(() => work(this.doc))
    return Y.encodeStateAsUpdate(this.doc, before)
  }

  /** Types at a place of the flat text, where each opening counts one. */
  type(at: number, words: string): Uint8Array {
    return this.change((doc) => doc.getText('text').insert(at, words))
  }

  delete(at: number, length: number): Uint8Array {
    return this.change((doc) => doc.getText('text').delete(at, length))
  }
}
