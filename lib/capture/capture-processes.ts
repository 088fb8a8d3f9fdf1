import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fail, type Result } from '#lib/domain/shared/result.ts'
import type { Readable } from '#lib/domain/sourcing/capture.ts'
import type { FoundWork } from '#lib/domain/sourcing/csl.ts'
import type { Job } from './job.ts'
import { LIMITS } from './limits.ts'
import type { Capturer, Fetching, FetchWish } from './ports.ts'
import type { Allowance } from './target.ts'
import { watchMemory } from './watch-memory.ts'

export interface CaptureOptions {
  readonly report?: (message: string, error: unknown) => void
  readonly userAgent?: string
  /** For tests only. Nothing that a newsroom can set leads here: see `lib/testing/capture-server.ts`. */
  readonly allowance?: Allowance
  readonly limits?: {
    readonly fetchMs?: number
    readonly readMs?: number
    readonly memoryMib?: number
  }
}

const BUSY = 'Several sources are being read now. Try again in a minute.'
const BROKEN = 'It could not be read: reading it went wrong, or took too long.'

/**
 * Captures, each in a process of its own that is killed when it takes too long [CAP3]. A process, not a thread: memory
 * outside the heap is its own too, and Node's permissions hold for all of it.
 */
export class CaptureProcesses implements Capturer {
  readonly #options: CaptureOptions
  #running = 0
  readonly #queue: (() => void)[] = []

  constructor(options: CaptureOptions = {}) {
    this.#options = options
  }

  async fetch({ url, accept }: FetchWish): Promise<Fetching> {
    const { userAgent, allowance = null, limits } = this.#options
    const request = { url, ...(accept && { accept }), ...(userAgent && { userAgent }) }
    const limit = limits?.fetchMs ?? LIMITS.fetchProcessMs
    const outcome = await this.#run({ type: 'fetch', request, allowance }, limit)
    if (outcome === 'busy') return { kind: 'busy', message: BUSY }
    return outcome === 'broken' ? { kind: 'refused', message: BROKEN } : (outcome as Fetching)
  }

  async read(bytes: Uint8Array): Promise<Result<Readable>> {
    return this.#result({ type: 'read', bytes }, BROKEN)
  }

  async reference(text: string): Promise<Result<FoundWork>> {
    return this.#result({ type: 'reference', text }, 'The reference could not be read.')
  }

  async #result<T>(job: Job, broken: string): Promise<Result<T>> {
    const limit = this.#options.limits?.readMs ?? LIMITS.readProcessMs
    const outcome = await this.#run(job, limit)
    if (outcome === 'busy') return fail({ kind: 'tooMany', message: BUSY, retryAfter: 60 })
    if (outcome === 'broken') return fail({ kind: 'invalid', message: broken })
    return outcome as Result<T>
  }

  async #run(job: Job, limitMs: number): Promise<unknown> {
    if (this.#running < LIMITS.atOnce) this.#running++
    else if (this.#queue.length < LIMITS.waiting)
      await new Promise<void>((go) => this.#queue.push(go))
    else return 'busy'
    try {
      return await inProcess(job, limitMs, this.#options.limits?.memoryMib ?? LIMITS.processMib)
    } catch (cause) {
      this.#options.report?.('A capture went wrong', cause)
      return 'broken'
    } finally {
      // Whoever waits longest takes over the place.
      const next = this.#queue.shift()
      if (next) next()
      else this.#running--
    }
  }
}

/** What of the program it is made of: not the folder with the data, which may stand beside these. */
const READS = ['lib/capture/', 'lib/domain/', 'node_modules/', 'package.json'].map((part) =>
  fileURLToPath(new URL(`../../${part}`, import.meta.url)),
)

/** It reads its own program, and nothing else of the machine: no write, no other program, no addon, no setting. */
const CAGE = [
  '--permission',
  ...READS.map((path) => `--allow-fs-read=${path}`),
  `--max-old-space-size=${LIMITS.heapMib}`,
]

function inProcess(job: Job, limitMs: number, memoryMib: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./capture-child.ts', import.meta.url), {
      execArgv: CAGE,
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    let complaint = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      complaint = (complaint + chunk.toString()).slice(-2_000)
    })
    const kill = (why: string) => {
      child.kill('SIGKILL')
      reject(new Error(`A capture was killed: ${why}`))
    }
    const timer = setTimeout(() => kill(`it took more than ${limitMs} ms`), limitMs)
    const forgetMemory = watchMemory(child.pid ?? 0, memoryMib, () =>
      kill(`it held more than ${memoryMib} MiB`),
    )
    child.on('message', (outcome) => {
      resolve(outcome)
      child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('exit', () => {
      clearTimeout(timer)
      forgetMemory()
      reject(new Error(`A process of captures ended without an answer: ${complaint}`))
    })
    child.send(job, (error) => error && reject(error))
  })
}
