import { Worker } from 'node:worker_threads'
import type { DraftRequest, ReadDraft } from '#lib/domain/drafts/read-draft.ts'
import { fail, type Result } from '#lib/domain/shared/result.ts'

const SLOWEST_MS = 60_000
const HEAP_MIB = 1024
/** Documents come seldom, and each may take a gigabyte: the next one waits. */
const AT_ONCE = 1
/** Each waits with its bytes in memory, and whoever sent it waits too. */
const MOST_WAITING = 10

type Report = (message: string, error: unknown) => void

/**
 * Reads documents, each on a thread of its own that ends with it: nobody who types waits for two thousand pages, and a
 * document that hangs or fills its memory takes nothing with it [IMP8].
 */
export class DraftThreads {
  #running = 0
  readonly #queue: (() => void)[] = []
  readonly #report: Report

  constructor(report: Report = () => {}) {
    this.#report = report
  }

  async read(request: DraftRequest): Promise<Result<ReadDraft>> {
    if (this.#running < AT_ONCE) this.#running++
    else if (this.#queue.length < MOST_WAITING)
      await new Promise<void>((go) => this.#queue.push(go))
    else {
      const message = 'Several documents are being read now. Try again in a minute.'
      return fail({ kind: 'tooMany', message, retryAfter: 60 })
    }
    try {
      return await readOnThread(request)
    } catch (cause) {
      this.#report('A document could not be read', cause)
      const message =
        'The document could not be read. Save it anew in a word processor, and try that.'
      return fail({ kind: 'invalid', message })
    } finally {
      // Whoever waits longest takes over the place.
      const next = this.#queue.shift()
      if (next) next()
      else this.#running--
    }
  }
}

function readOnThread(request: DraftRequest): Promise<Result<ReadDraft>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./draft-worker.ts', import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
      // A test runner's own loaders have no business in it.
      execArgv: [],
    })
    worker.unref()
    const tooMuch = () => {
      const message = 'The document takes too long to be read. Split it into several documents.'
      resolve(fail({ kind: 'invalid', message }))
      void worker.terminate()
    }
    const timer = setTimeout(tooMuch, SLOWEST_MS)
    timer.unref()
    worker.on('message', resolve)
    worker.on('error', (cause: Error & { code?: string }) => {
      if (cause.code === 'ERR_WORKER_OUT_OF_MEMORY') tooMuch()
      else reject(cause)
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      tooMuch()
    })
  })
}
