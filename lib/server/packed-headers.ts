import type { ServerResponse } from 'node:http'

const NAMES = ['content-encoding', 'content-length', 'vary'] as const

/**
 * Next drops what a route says of the coding and the length of its body, and adds to what it varies by the headers of its own
 * pages, by which no cache needs to tell ours apart. A route that packs its bytes itself says it in `galley-content-encoding`,
 * `galley-content-length` and `galley-vary`; here they get their names back before the head is sent [FMT23].
 */
export function keepPackedHeaders(response: ServerResponse): void {
  const writeHead = response.writeHead
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    for (const name of NAMES) {
      const value = response.getHeader(`galley-${name}`)
      response.removeHeader(`galley-${name}`)
      if (value !== undefined) response.setHeader(name, value)
    }
    return writeHead.apply(response, given)
  }) as typeof writeHead
}
