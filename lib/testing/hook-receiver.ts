import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Told {
  readonly headers: IncomingHttpHeaders
  readonly body: string
  readonly path: string
}

/** A system of somebody else, which is told of events. */
export interface HookReceiver {
  readonly port: number
  readonly url: string
  readonly told: readonly Told[]
  /** What it answers from now on. */
  answers(status: number, headers?: Readonly<Record<string, string>>): void
  close(): Promise<void>
}

export async function startReceiver(): Promise<HookReceiver> {
  const told: Told[] = []
  let answer = { status: 204, headers: {} as Readonly<Record<string, string>> }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks).toString('utf8')
    told.push({ headers: request.headers, body, path: request.url ?? '' })
    response.writeHead(answer.status, answer.headers).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, url: `http://127.0.0.1:${port}/hook`, told },
    answers: (status, headers = {}) => {
      answer = { status, headers }
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Whether it is signed with this secret, by the rules of Standard Webhooks. */
export function isSigned({ headers, body }: Told, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const mac = createHmac('sha256', key).update(content).digest('base64')
  return headers['webhook-signature'] === `v1,${mac}`
}
