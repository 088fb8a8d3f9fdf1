import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#lib/testing/free-port.ts'

export interface Nginx {
  readonly address: string
  stop(): Promise<void>
}

/** nginx on the loopback address, in a folder of its own, giving out these bytes as they are. Null where there is none: `apt-get install nginx-light`. */
export async function startNginx(
  folder: string,
  bytes: Uint8Array,
  headers: readonly (readonly [string, string])[],
): Promise<Nginx | null> {
  if (!isThere()) return null
  mkdirSync(join(folder, 'html'), { recursive: true })
  writeFileSync(join(folder, 'html/page'), bytes)
  const port = await freePort()
  const adds = headers.map(
    ([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`,
  )
  // Started as root it would read as somebody who may not read our folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  const config = `
    ${user}
    daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 256; }
    http {
      access_log off; etag off; sendfile on; tcp_nopush on; keepalive_requests 1000000; default_type text/html;
      open_file_cache max=10;
      client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
      uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
      server { listen 127.0.0.1:${port}; root ${folder}/html; ${adds.join(' ')} }
    }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}/page`
  await untilAnswers(address, child)
  return { address, stop: () => end(child) }
}

function isThere(): boolean {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Until whoever was started gives out the page. */
export async function untilAnswers(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    try {
      if ((await fetch(address)).ok) return
    } catch {
      // Not listening yet.
    }
    await pause(50)
  }
  throw new Error(`Nobody answers at ${address}`)
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exited
}
