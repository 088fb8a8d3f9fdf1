import type { Capturer, Fetching, FetchWish } from '#lib/capture/ports.ts'
import { readFile } from '#lib/capture/read-file.ts'
import { readReference } from '#lib/capture/read-reference.ts'

type Answer =
  | { readonly status: number; readonly body: string | Uint8Array; readonly movedTo?: string }
  | Failing

/** `offline`: the newsroom has no way out. */
type Failing = Exclude<Fetching['kind'], 'answer'> | 'offline'

/** The world outside a test: what is not put there does not answer. Bytes are read as the product reads them. */
export class FakeOutside implements Capturer {
  readonly #answers = new Map<string, Answer>()
  /** What was asked for, in order. */
  readonly asked: FetchWish[] = []

  put(url: string, body: string | Uint8Array, movedTo?: string) {
    this.#answers.set(url, { status: 200, body, ...(movedTo && { movedTo }) })
  }

  fails(url: string, how: number | Failing) {
    this.#answers.set(url, typeof how === 'number' ? { status: how, body: '' } : how)
  }

  async fetch(wish: FetchWish): Promise<Fetching> {
    this.asked.push(wish)
    const answer = this.#answers.get(wish.url) ?? 'unreachable'
    if (answer === 'offline') return { kind: 'unreachable', message: 'No way out.', isOurs: true }
    if (typeof answer === 'string') return { kind: answer, message: `It is ${answer}.` }
    const { status, body, movedTo } = answer
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
    const finalUrl = movedTo ?? wish.url
    const readable =
      status === 200 ? await readFile(bytes, { contentType: '', url: finalUrl }) : null
    const headers = [['content-type', 'text/html']] as const
    const page = {
      url: wish.url,
      finalUrl,
      movedForGood: movedTo !== undefined,
      status,
      headers,
      bytes,
      readable,
    }
    return { kind: 'answer', page }
  }

  read(bytes: Uint8Array) {
    return readFile(bytes)
  }

  async reference(text: string) {
    return readReference(text)
  }
}
