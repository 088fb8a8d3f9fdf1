import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { expect } from '@playwright/test'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { ServerProcess } from '#lib/testing/server-process.ts'
import type { Client } from './api.ts'

/** Somebody who types words of their own, and notes each that the server has acknowledged. */
export class Typist {
  readonly doc = new Y.Doc()
  readonly acknowledged = new Set<string>()
  readonly #socket: HocuspocusProviderWebsocket
  readonly #provider: HocuspocusProvider
  #marked: string[] = []

  constructor(url: string, articleId: string, ticket: string) {
    const address = `${url.replace('http', 'ws')}/collab/${articleId}`
    this.#socket = new HocuspocusProviderWebsocket({
      url: address,
      WebSocketPolyfill: WebSocket,
      maxAttempts: 1,
    })
    this.#provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: articleId,
      document: this.doc,
      token: ticket,
      onStateless: ({ payload }) => {
        const upTo = Number(payload.slice(5))
        for (const word of this.#marked.slice(0, upTo)) this.acknowledged.add(word)
      },
    })
    this.#provider.attach()
  }

  async ready(): Promise<void> {
    await expect.poll(() => this.#provider.synced).toBe(true)
  }

  type(word: string) {
    const text = this.doc.getText('text')
    text.insert(text.length, `${word} `, {})
    this.#marked.push(word)
    this.#provider.sendStateless(`mark:${this.#marked.length}`)
  }

  leave() {
    this.#provider.destroy()
    this.#socket.destroy()
  }
}

/** Opens an article with a ticket, as any program may. */
export async function join(server: ServerProcess, client: Client, id: string): Promise<Typist> {
  const { body } = await client.call<{ ticket: string }>('POST', `/api/v1/articles/${id}/ticket`)
  const typist = new Typist(server.url, id, body.ticket)
  await typist.ready()
  return typist
}
