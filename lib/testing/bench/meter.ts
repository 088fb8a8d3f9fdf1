import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Loaded before any server that is measured: it tells what the process has used, when it is asked over the channel. */
export interface Reading {
  /** Microseconds of processor, user and system. */
  readonly cpu: number
  readonly rss: number
  readonly heap: number
  /** 99th percentile of the delay of the event loop since the last reading, in milliseconds. */
  readonly lag: number
}

const delay = monitorEventLoopDelay({ resolution: 5 })
delay.enable()
let session: Session | null = null

process.on('message', async (message) => {
  const { meter, path } = message as { meter?: string; path?: string }
  if (meter === 'profile') {
    session = new Session()
    session.connect()
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
  }
  if (meter === 'profiled' && session && path) {
    const { profile } = await session.post('Profiler.stop')
    writeFileSync(path, JSON.stringify(profile))
  }
  if (meter) process.send?.({ reading: read(meter === 'collected') })
})

function read(collect: boolean): Reading {
  if (collect) globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const lag = delay.percentile(99) / 1e6
  delay.reset()
  return { cpu: user + system, rss, heap: heapUsed, lag }
}
