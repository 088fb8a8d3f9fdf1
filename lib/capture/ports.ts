import type { Result } from '#lib/domain/shared/result.ts'
import type { Readable } from '#lib/domain/sourcing/capture.ts'
import type { FoundWork } from '#lib/domain/sourcing/csl.ts'

/**
 * What the rest of the server asks for when it wants something from outside. Only plain data and bytes cross this
 * border: what is behind it runs in processes of its own.
 */
export interface Capturer {
  /** Gets a public page and reads it. */
  fetch(request: FetchWish): Promise<Fetching>
  /** Reads a file that somebody gave. What it is, its bytes say. */
  read(bytes: Uint8Array): Promise<Result<Readable>>
  /** Reads a reference that was pasted: BibTeX or RIS. */
  reference(text: string): Promise<Result<FoundWork>>
}

export interface FetchWish {
  readonly url: string
  readonly accept?: string
}

export type Fetching =
  | { readonly kind: 'answer'; readonly page: FetchedPage }
  /** Nobody answered, or not to the end. */
  | {
      readonly kind: 'unreachable'
      readonly message: string
      /** Because we have no way out: it says nothing about them. */
      readonly isOurs?: boolean
    }
  /** Our rules forbid it. */
  | { readonly kind: 'refused'; readonly message: string }
  /** We are busy: nothing was asked. */
  | { readonly kind: 'busy'; readonly message: string }

/** An answer, whatever its status; read only when it says that all is well. */
export interface FetchedPage {
  readonly url: string
  readonly finalUrl: string
  readonly movedForGood: boolean
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly bytes: Uint8Array
  readonly readable: Result<Readable> | null
}

/** Tells another system something. It never throws for what the other side does. */
export interface Poster {
  post(wish: PostWish): Promise<Posting>
}

export interface PostWish {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** The status of the answer; or why there was none, in a sentence for a person. */
export type Posting = { readonly status: number } | { readonly error: string }

/** One per process, wherever this module was evaluated. */
const KEY = Symbol.for('galley.capturer')
const registry = globalThis as typeof globalThis & { [KEY]?: Capturer }

export function provideCapturer(capturer: Capturer): void {
  registry[KEY] = capturer
}

export function capturerOfProcess(): Capturer {
  const capturer = registry[KEY]
  if (!capturer) throw new Error('Captures have not been started: start the app with `npm start`')
  return capturer
}
