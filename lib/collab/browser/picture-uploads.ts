import type { Picture } from '#lib/domain/figures/picture.ts'
import type { Answer } from './api.ts'

/** What becomes of the picture of a figure. */
export type Upload =
  | { readonly kind: 'sending'; readonly part: number }
  /** The server is not reached: it is sent when it is. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'failed'; readonly message: string }

type Send = (path: string, file: Blob, onPart: (part: number) => void) => Promise<Answer<Picture>>

interface Job {
  readonly file: Blob
  readonly done: (hash: string) => void | Promise<void>
  state: Upload
  isQueued: boolean
}

/**
 * Sends the pictures of one article, one after the other. What could not be sent is kept, and sent once the server is
 * reached again; nothing is given up but by a person.
 */
export class PictureUploads {
  readonly #path: string
  readonly #send: Send
  readonly #jobs = new Map<string, Job>()
  readonly #listeners = new Set<() => void>()
  #isRunning = false
  #view: ReadonlyMap<string, Upload> = new Map()

  constructor(articleId: string, send: Send = sendPicture) {
    this.#path = `/api/v1/articles/${articleId}/pictures`
    this.#send = send
  }

  /** By the id of the figure. The same map as long as nothing changes. */
  get view(): ReadonlyMap<string, Upload> {
    return this.#view
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Sends a picture for a figure, in place of one that is on its way. `done` is given the hash. */
  start(figure: string, file: Blob, done: (hash: string) => void | Promise<void>) {
    this.#jobs.set(figure, { file, done, state: { kind: 'sending', part: 0 }, isQueued: true })
    this.#changed()
    void this.#run()
  }

  /** Tries again what failed or waits; without an id all that waits. */
  retry(figure?: string) {
    for (const [id, job] of this.#jobs) {
      if (figure === undefined ? job.state.kind !== 'waiting' : id !== figure) continue
      job.state = { kind: 'sending', part: 0 }
      job.isQueued = true
    }
    this.#changed()
    void this.#run()
  }

  /** Gives up: the figure is gone, or gets another picture. */
  forget(figure: string) {
    if (this.#jobs.delete(figure)) this.#changed()
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    try {
      for (let next = this.#next(); next; next = this.#next()) await this.#sendOne(...next)
    } finally {
      this.#isRunning = false
    }
  }

  #next(): readonly [string, Job] | undefined {
    return [...this.#jobs].find(([, job]) => job.isQueued)
  }

  async #sendOne(figure: string, job: Job): Promise<void> {
    job.isQueued = false
    const answer = await this.#send(this.#path, job.file, (part) => {
      job.state = { kind: 'sending', part }
      this.#changed()
    })
    // Given up, or replaced, while it was on its way.
    if (this.#jobs.get(figure) !== job) return
    if (answer.ok) {
      await job.done(answer.value.hash)
      // It may have been replaced meanwhile.
      if (this.#jobs.get(figure) === job) this.#jobs.delete(figure)
    } else if (answer.status === 0) job.state = { kind: 'waiting' }
    else job.state = { kind: 'failed', message: answer.message }
    this.#changed()
  }

  #changed() {
    this.#view = new Map([...this.#jobs].map(([id, { state }]) => [id, state]))
    for (const listener of this.#listeners) listener()
  }
}

/** By XMLHttpRequest: `fetch` does not tell how much has been sent. */
function sendPicture(
  path: string,
  file: Blob,
  onPart: (part: number) => void,
): Promise<Answer<Picture>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => onPart(total ? loaded / total : 0)
    const unreached = () =>
      resolve({ ok: false, status: 0, message: 'The server was not reached.', body: null })
    request.onerror = unreached
    request.onabort = unreached
    request.onload = () => resolve(answerOf(request))
    request.open('POST', path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<Picture> {
  const body = parsed(responseText)
  if (status === 201) return { ok: true, value: body as Picture }
  const detail = (body as { detail?: unknown } | null)?.detail
  const words: Readonly<Record<number, string>> = {
    0: 'The server was not reached.',
    401: 'You have been signed out. Sign in again in another tab, then try again here.',
    413: 'The picture is larger than 20 MiB. Save it smaller, and add that.',
  }
  const message =
    typeof detail === 'string' && status !== 401
      ? detail
      : (words[status] ?? `The server answered ${status}. Try again.`)
  return { ok: false, status, message, body }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return null
  }
}
