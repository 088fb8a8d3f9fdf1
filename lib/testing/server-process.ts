import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './free-port.ts'

export interface ServerOptions {
  /** GALLEY_DATA of the server, and the place of its log: a temporary folder of the test. */
  readonly dataFolder: string
  /** 0 or nothing: a free one. A restart keeps it. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  /** Switches of Node, before the entry: without pages, with a profile. */
  readonly node?: readonly string[]
  /** In place of the product's own entry, with its arguments. */
  readonly entry?: readonly [file: string, ...args: readonly string[]]
}

/** Runs the process with the control of experiments in place of the pages: it needs no build then. */
export const WITHOUT_PAGES = ['--import', './lib/testing/without-pages.ts']

/** A server of the production build in a process of its own, as a newsroom runs it. */
export interface ServerProcess {
  readonly url: string
  /** All that it keeps. */
  readonly dataFolder: string
  /** Of the process that runs now: another one after a restart. */
  readonly pid: number
  /** What it has written so far, over all restarts. */
  log(): string
  /** The power is cut: nothing is saved, nobody is told. */
  kill9(): Promise<void>
  /** The orderly end; gives the exit code. */
  stop(): Promise<number | null>
  /** Starts it again on the same data and port, after the orderly end if it still runs. */
  restart(): Promise<void>
}

const START_LIMIT = 180_000
const STOP_LIMIT = 60_000
const LOG_TAIL = 4000

/** Starts a server and waits until it is ready. Throws with the end of its log when it does not get there. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port || (await freePort())
  const url = `http://127.0.0.1:${port}`
  const logFile = join(options.dataFolder, 'server.log')
  const launch = () => launchServer(options, port, logFile)
  let child = launch()
  const server: ServerProcess = {
    url,
    dataFolder: options.dataFolder,
    get pid() {
      return child.pid ?? 0
    },
    log: () => readFileSync(logFile, 'utf8'),
    kill9: async () => {
      await end(child, 'SIGKILL')
    },
    stop: () => end(child, 'SIGTERM'),
    restart: async () => {
      await end(child, 'SIGTERM')
      child = launch()
      await untilReady(child, url, logFile)
    },
  }
  await untilReady(child, url, logFile)
  return server
}

function launchServer(options: ServerOptions, port: number, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a')
  // The channel ends with us: the server then stops by itself, also when the test runner is killed.
  const child = spawn(
    process.execPath,
    [...(options.node ?? []), ...(options.entry ?? ['lib/server/main.ts'])],
    {
      stdio: ['ignore', log, log, 'ipc'],
      env: {
        ...neutralEnvironment(),
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        GALLEY_DATA: options.dataFolder,
        // One article: tests count what they make themselves.
        GALLEY_DEMO: 'small',
        ...options.env,
      },
    },
  )
  closeSync(log)
  return child
}

/** Ours without the settings of a Galley: a test must never reach the database of whoever runs it. */
function neutralEnvironment(): NodeJS.ProcessEnv {
  const setting = /^(GALLEY_.*|AUTH_.*|DATABASE_URL|PUBLIC_URL)$/
  const kept = Object.entries(process.env).filter(([name]) => !setting.test(name))
  return { ...Object.fromEntries(kept), NODE_ENV: 'production' }
}

async function untilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = Date.now() + START_LIMIT
  while (isRunning(child) && Date.now() < deadline) {
    if (await answers(`${url}/readyz`)) return
    await pause(100)
  }
  const reason = isRunning(child) ? `is not ready after ${START_LIMIT} ms` : 'ended while starting'
  await end(child, 'SIGKILL')
  throw new Error(
    `The server ${reason}. Its log ends:\n${readFileSync(logFile, 'utf8').slice(-LOG_TAIL)}`,
  )
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    // Not listening yet; the caller asks again, and has a limit.
    return false
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null
}

/** Sends the signal and waits for the end; what ignores it for too long is killed. */
async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (!isRunning(child)) return child.exitCode
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT)
  await exited
  clearTimeout(limit)
  return child.exitCode
}
