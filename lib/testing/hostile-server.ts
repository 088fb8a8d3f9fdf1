import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'

/** A server that answers as no honest one does: raw bytes for each path, and everything that was asked. */
export interface HostileServer {
  readonly port: number
  readonly url: string
  /** The head of each request so far. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

/** Answers a request on an open connection; it may go on for as long as that lives. */
export type HostileAnswer = (socket: Socket) => void

export async function startHostile(
  answers: Readonly<Record<string, HostileAnswer>>,
): Promise<HostileServer> {
  const asked: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    // Whoever was refused hangs up in the middle of it.
    socket.on('error', () => socket.destroy())
    let head = ''
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      asked.push(head)
      const path = /^GET (\S+)/.exec(head)?.[1] ?? ''
      head = ''
      const answer = answers[path.split('?')[0] ?? '']
      if (answer) answer(socket)
      else socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    ...{ port, url: `http://127.0.0.1:${port}`, asked },
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

export const page = (
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): HostileAnswer => answer(200, body, { 'content-type': 'text/html; charset=utf-8', ...headers })

export function answer(
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): HostileAnswer {
  return (socket) => {
    const bytes = Buffer.from(body)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.write(`HTTP/1.1 ${status} X\r\ncontent-length: ${bytes.length}\r\n${lines.join('')}\r\n`)
    socket.end(bytes)
  }
}

export const redirect = (to: string, status = 302): HostileAnswer =>
  answer(status, '', { location: to })

/** A thousand times as large as it looks. */
export const gzipBomb = (mebibytes: number): Uint8Array =>
  gzipSync(Buffer.alloc(mebibytes * 1024 * 1024))

/** Writes a piece again and again for as long as somebody listens. */
export function drip(first: string, piece: string, everyMs: number): HostileAnswer {
  return (socket) => {
    socket.write(first)
    const timer = setInterval(() => socket.write(piece), everyMs)
    socket.on('close', () => clearInterval(timer))
  }
}

/** As fast as it is taken. */
export function flood(first: string, piece: string): HostileAnswer {
  return (socket) => {
    const pour = () => {
      while (!socket.destroyed && socket.write(piece));
    }
    socket.write(first)
    socket.on('drain', pour)
    pour()
  }
}
