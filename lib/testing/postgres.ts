import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { findPostgres, OLDEST_POSTGRES } from './programs.mjs'

/** A private PostgreSQL cluster: in a temporary folder, on 127.0.0.1 only, gone with `stop`. */
export interface PostgresCluster {
  /** Of its superuser, who may create databases. */
  readonly url: string
  /** Folder for whatever else lives as long as the cluster. */
  readonly folder: string
  /** As when the machine dies: no process of it is left, nothing is tidied up. */
  kill9(): Promise<void>
  /** Starts it again after that, on the same data and port. */
  revive(): Promise<void>
  stop(): Promise<void>
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

/** Starts a cluster. `stop` must be called; should we die first, the kernel stops the server where it can. */
export async function startPostgres(): Promise<PostgresCluster> {
  const programs = findPostgres()
  if (!programs)
    throw new Error(
      `These tests need PostgreSQL ${OLDEST_POSTGRES} or newer: apt-get install postgresql`,
    )
  const owner = ownerOf()
  const folder = mkdtempSync(join(tmpdir(), 'galley-pg-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  try {
    const password = createCluster(programs, folder, owner)
    const port = await freePort()
    let server = launch(programs, folder, port, owner)
    const url = `postgres://galley:${password}@127.0.0.1:${port}/postgres`
    await untilReady(url, server, folder)
    return {
      ...{ url, folder },
      kill9: () => killAll(server),
      revive: async () => {
        server = launch(programs, folder, port, owner)
        await untilReady(url, server, folder)
      },
      stop: () => stop(server, folder),
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** PostgreSQL refuses to run as root: then it belongs to `postgres`, or to `nobody`. Else to us. */
function ownerOf(): Owner | null {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10),
    )
    if (uid && gid) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user named postgres or nobody')
}

function createCluster(programs: string, folder: string, owner: Owner | null): string {
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) chownSync(passwordFile, owner.uid, owner.gid)
  // As in production, letters beyond ASCII must have upper and lower case.
  const locale = process.platform === 'linux' ? '--locale=C.UTF-8' : '--locale=en_US.UTF-8'
  execFileSync(
    join(programs, 'initdb'),
    [
      `--pgdata=${join(folder, 'data')}`,
      '--username=galley',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      locale,
      '--no-sync',
    ],
    { cwd: folder, stdio: 'pipe', ...owner },
  )
  rmSync(passwordFile)
  return password
}

function launch(programs: string, folder: string, port: number, owner: Owner | null): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=200',
    'shared_buffers=64MB',
    'logging_collector=off',
  ]
  const server = [
    join(programs, 'postgres'),
    '-D',
    join(folder, 'data'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  // If this process is killed, nobody calls `stop`: the kernel then sends the server the signal for a fast shutdown.
  const command = hasSetpriv() ? ['setpriv', '--pdeathsig', 'INT', '--', ...server] : server
  const [program = '', ...args] = command
  const log = join(folder, 'log')
  writeFileSync(log, '')
  chmodSync(log, 0o666)
  return spawn('sh', ['-c', `exec "$0" "$@" >>'${log}' 2>&1`, program, ...args], {
    cwd: folder,
    stdio: 'ignore',
    ...owner,
  })
}

function hasSetpriv(): boolean {
  return spawnSync('setpriv', ['--version']).status === 0
}

async function untilReady(url: string, server: ChildProcess, folder: string): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (server.exitCode !== null || Date.now() > deadline) {
        const log = readFileSync(join(folder, 'log'), 'utf8')
        server.kill('SIGKILL')
        throw new Error(`PostgreSQL did not start. Its log:\n${log}`, { cause: error })
      }
      await pause(50)
    }
  }
}

/** The postmaster with its children, which would else go on for a moment and finish what they do. */
async function killAll(server: ChildProcess): Promise<void> {
  const { pid } = server
  if (!pid || server.exitCode !== null || server.signalCode !== null) return
  const exited = new Promise((resolve) => server.once('exit', resolve))
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
  for (const child of [pid, ...stdout.trim().split(/\s+/).map(Number)]) {
    try {
      if (child) process.kill(child, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  await exited
}

/** SIGINT is PostgreSQL's fast shutdown: it drops what is connected. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const exited = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await exited
  }
  rmSync(folder, { recursive: true, force: true })
}
