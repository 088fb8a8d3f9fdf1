import { type ChildProcess, fork } from 'node:child_process'
import type { Contender } from './contender.ts'
import type { Job, Measured } from './load.ts'
import type { Reading } from './meter.ts'

/** What a load cost the server, beside what clients saw. */
export interface Cost extends Measured {
  /** Microseconds of processor for an operation. */
  readonly cpuPerOperation: number
  /** Share of a core. */
  readonly cores: number
  readonly rss: number
  readonly lag: number
}

/** The process that makes the load. */
export class Generator {
  readonly #child: ChildProcess = fork('lib/testing/bench/load.ts')

  async run(server: Contender, job: Job, profile: string | null = null): Promise<Cost> {
    let before: Reading | null = null
    let after: Reading | null = null
    const measured = await this.#perform(job, async (phase) => {
      if (phase === 'measuring') {
        if (profile) await server.read('profile')
        before = await server.read()
      } else {
        after = await server.read()
        if (profile) await server.profiled(profile)
      }
    })
    const [from, to] = [before, after] as [Reading | null, Reading | null]
    if (!from || !to) throw new Error('The server was not read')
    const cpu = to.cpu - from.cpu
    const cpuPerOperation = cpu / measured.operations
    return {
      ...measured,
      cpuPerOperation,
      cores: cpu / 1e6 / job.seconds,
      rss: to.rss,
      lag: to.lag,
    }
  }

  end() {
    this.#child.kill()
  }

  /** Readings are taken in order, however late they come back. */
  #perform(job: Job, phase: (name: string) => Promise<void>): Promise<Measured> {
    return new Promise((resolve, reject) => {
      let readings = Promise.resolve()
      const listen = (message: { phase?: string; measured?: Measured; failed?: string }) => {
        if (message.phase) readings = readings.then(() => phase(message.phase ?? ''))
        const { measured, failed } = message
        if (!measured && !failed) return
        this.#child.off('message', listen)
        if (measured) void readings.then(() => resolve(measured), reject)
        else reject(new Error(failed))
      }
      this.#child.on('message', listen)
      this.#child.send(job)
    })
  }
}
