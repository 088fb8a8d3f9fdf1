import { Worker } from 'node:worker_threads'
import type { FollowedSentence, SentenceTrace } from '#lib/domain/history/follow.ts'
import type { SharedState } from '#lib/domain/history/shared-state.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import { type Doubt, LogDamaged } from './fold-log.ts'
import type { StoredLog, TimedRow } from './log-store.ts'
import type { MadeSnapshot } from './make-snapshot.ts'

export interface FoldingTask {
  readonly id: number
  readonly kind: 'snapshot' | 'content' | 'shared' | 'follow'
  readonly log: StoredLog
  /** To follow a sentence: through these rows, which come after the log. */
  readonly follow?: FollowTask
}

export interface FollowTask {
  readonly rows: readonly TimedRow[]
  readonly trace: SentenceTrace
}

export type FoldingAnswer = { readonly id: number } & (
  | { readonly made: MadeSnapshot }
  | { readonly content: ArticleContent }
  | { readonly shared: SharedState }
  | { readonly followed: FollowedSentence }
  | {
      readonly damage: { doubt: Doubt; seq: number | null; message: string } | null
      readonly message: string
    }
)

interface Waiting {
  resolve(answer: FoldingAnswer): void
  reject(error: Error): void
}

/** It costs memory while it lives, and a moment to start. */
const IDLE_MS = 60_000
const SLOWEST_MS = 60_000
const HEAP_MIB = 1024

/**
 * A thread that folds logs, so that nobody who types waits for it. Started when it is needed; when it dies, what it was
 * at fails, and the next task has a new one.
 */
export class FoldingThread {
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  #next = 1
  #timer: NodeJS.Timeout | null = null

  async snapshot(log: StoredLog): Promise<MadeSnapshot> {
    const answer = await this.#ask('snapshot', log)
    if ('made' in answer) return answer.made
    throw failureOf(answer)
  }

  async content(log: StoredLog): Promise<ArticleContent> {
    const answer = await this.#ask('content', log)
    if ('content' in answer) return answer.content
    throw failureOf(answer)
  }

  async shared(log: StoredLog): Promise<SharedState> {
    const answer = await this.#ask('shared', log)
    if ('shared' in answer) return answer.shared
    throw failureOf(answer)
  }

  async follow(log: StoredLog, task: FollowTask): Promise<FollowedSentence> {
    const answer = await this.#ask('follow', log, task)
    if ('followed' in answer) return answer.followed
    throw failureOf(answer)
  }

  async close(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    await this.#worker?.terminate()
  }

  #ask(kind: FoldingTask['kind'], log: StoredLog, follow?: FollowTask): Promise<FoldingAnswer> {
    const worker = this.#worker ?? this.#start()
    const id = this.#next++
    const answered = new Promise<FoldingAnswer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
    })
    this.#watch(SLOWEST_MS)
    worker.postMessage({ id, kind, log, ...(follow && { follow }) } satisfies FoldingTask)
    return answered
  }

  #start(): Worker {
    const worker = new Worker(new URL('./folding-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB },
      // A test runner's own loaders have no business in it.
      execArgv: [],
    })
    worker.unref()
    worker.on('message', (answer: FoldingAnswer) => {
      this.#waiting.get(answer.id)?.resolve(answer)
      this.#waiting.delete(answer.id)
      this.#watch(this.#waiting.size ? SLOWEST_MS : IDLE_MS)
    })
    worker.on('error', (error) => this.#ended(worker, error))
    worker.on('exit', () => this.#ended(worker, new Error('The folding thread ended')))
    this.#worker = worker
    return worker
  }

  /** Ends the thread when nothing has come from it for that long: it is idle, or hangs. */
  #watch(ms: number) {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#worker?.terminate(), ms)
    this.#timer.unref()
  }

  #ended(worker: Worker, cause: unknown) {
    if (this.#worker !== worker) return
    this.#worker = null
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(new Error('A log could not be folded', { cause }))
  }
}

function failureOf(answer: FoldingAnswer): Error {
  if (!('damage' in answer)) return new Error('The folding thread answered something else')
  const { damage, message } = answer
  return damage ? new LogDamaged(damage.doubt, damage.seq, damage.message) : new Error(message)
}
