import { createServer, connect as dial, type Socket } from 'node:net'

/** A stretch of network between two programs, which can be cut, and led elsewhere. */
export interface Cable {
  readonly port: number
  /** New connections go to this port from now on. */
  lead(port: number): void
  /** Ends all connections, as a cable does. */
  cut(): void
  /** Sees each piece that passes; false: the connection is cut instead. */
  watch(passes: (piece: Buffer, from: 'client' | 'server', line: object) => boolean): void
  close(): Promise<void>
}

export async function startCable(target: number): Promise<Cable> {
  const sockets = new Set<Socket>()
  let port = target
  let passes: (piece: Buffer, from: 'client' | 'server', line: object) => boolean = () => true
  const server = createServer((client) => {
    const upstream = dial(port, '127.0.0.1')
    const line = {}
    const drop = () => {
      for (const socket of [client, upstream]) {
        sockets.delete(socket)
        socket.destroy()
      }
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', drop)
      socket.on('close', drop)
    }
    client.on('data', (piece) => {
      if (passes(piece, 'client', line)) upstream.write(piece)
      else drop()
    })
    upstream.on('data', (piece) => {
      if (passes(piece, 'server', line)) client.write(piece)
      else drop()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The cable got no port')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: address.port,
    lead: (next) => {
      port = next
    },
    cut,
    watch: (next) => {
      passes = next
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      cut()
      await closed
    },
  }
}
