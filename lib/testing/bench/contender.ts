import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#lib/testing/free-port.ts'
import type { Reading } from './meter.ts'

export const NAMES = ['galley', 'hocuspocus', 'hocuspocus-durable', 'y-websocket'] as const
export type Name = (typeof NAMES)[number]

/** A server that is measured, in a process of its own. */
export interface Contender {
  readonly name: Name
  readonly url: string
  readonly pid: number
  read(meter?: 'read' | 'collected' | 'profile'): Promise<Reading>
  profiled(path: string): Promise<void>
  /** The power is cut, and it is started again. */
  kill9(): Promise<void>
  stop(): Promise<void>
}

const ENTRIES: Readonly<Record<Name, readonly string[]>> = {
  galley: ['--import', './lib/testing/without-pages.ts', 'lib/server/main.ts'],
  hocuspocus: ['lib/testing/bench/peer-hocuspocus.ts'],
  'hocuspocus-durable': ['lib/testing/bench/peer-hocuspocus.ts', '--durable'],
  'y-websocket': ['lib/testing/bench/peer-y-websocket.ts'],
}

/** A load generator is hundreds of people on one address. */
const WIDE_LIMITS: Readonly<Record<string, string>> = {
  GALLEY_SOCKETS_PER_PERSON: '5000',
  GALLEY_SOCKETS_PER_ARTICLE: '5000',
}

const LOGS = 'test-results/bench'

export async function startContender(name: Name, databaseUrl: string): Promise<Contender> {
  const port = await freePort()
  let child = launch(name, port, databaseUrl)
  await untilListening(port, child)
  const ask = async (message: object): Promise<Reading> => {
    child.send(message)
    const [reply] = (await once(child, 'message')) as [{ reading: Reading }]
    return reply.reading
  }
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0
    },
    read: (meter = 'read') => ask({ meter }),
    profiled: async (path) => {
      await ask({ meter: 'profiled', path })
    },
    kill9: async () => {
      await end(child, 'SIGKILL')
      child = launch(name, port, databaseUrl)
      await untilListening(port, child)
    },
    stop: () => end(child, 'SIGTERM'),
  }
}

function launch(name: Name, port: number, databaseUrl: string): ChildProcess {
  mkdirSync(LOGS, { recursive: true })
  const log = openSync(`${LOGS}/${name}.log`, 'a')
  return spawn(
    process.execPath,
    ['--expose-gc', '--import', './lib/testing/bench/meter.ts', ...ENTRIES[name]],
    {
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...process.env,
        ...WIDE_LIMITS,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        AUTH_SECRET: 'a secret of the measurements, long enough for a server',
      },
    },
  )
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (child.exitCode !== null) break
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer) return
    await pause(50)
  }
  throw new Error(`A server did not start: see ${LOGS}`)
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
