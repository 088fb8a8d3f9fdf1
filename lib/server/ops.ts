import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '#db/connection.ts'
import { ping } from '#db/repositories/update-log.ts'
import type { Metrics } from './metrics.ts'

interface Ops {
  readonly database: Database
  readonly metrics: Metrics
  readonly metricsToken: string | null
}

/** Liveness, readiness and metrics: answered before the pages, so that they work when pages do not. */
export function answerOps(ops: Ops, request: IncomingMessage, response: ServerResponse): boolean {
  switch (request.url) {
    case '/healthz':
      send(response, 200, 'ok\n')
      return true
    case '/readyz':
      void ping(ops.database.handle).then(
        () => send(response, 200, 'ready\n'),
        () => send(response, 503, 'the database does not answer\n'),
      )
      return true
    case '/metrics':
      if (mayReadMetrics(request, ops.metricsToken)) {
        void ops.metrics.text().then((text) => send(response, 200, text))
      } else send(response, 403, 'metrics are read on the loopback address, or with a token\n')
      return true
    default:
      return false
  }
}

/** From this machine itself, with no proxy between, or with the token of the settings. */
function mayReadMetrics({ headers, socket }: IncomingMessage, token: string | null): boolean {
  if (isLoopback(socket.remoteAddress) && !headers['x-forwarded-for']) return true
  if (token === null) return false
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
}

function isLoopback(address = ''): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1'
}

function send(response: ServerResponse, status: number, body: string) {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(body)
}
