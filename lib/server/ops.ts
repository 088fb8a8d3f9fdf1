import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '#db/connection.ts'
import { ping } from '#db/repositories/update-log.ts'
import type { Metrics } from './metrics.ts'

interface Ops {
  readonly database: Database
  readonly metrics: Metrics
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
      if (isLoopback(request.socket.remoteAddress) && !request.headers['x-forwarded-for']) {
        void ops.metrics.text().then((text) => send(response, 200, text))
      } else send(response, 403, 'metrics are read on the loopback address\n')
      return true
    default:
      return false
  }
}

function isLoopback(address = ''): boolean {
  return /^(::ffff:)?127\./.test(address) || address === '::1'
}

function send(response: ServerResponse, status: number, body: string) {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    .end(body)
}
