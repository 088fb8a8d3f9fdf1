import { existsSync, globSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { accepts } from '#lib/domain/shared/coding.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'application/javascript; charset=utf-8',
}

/** As Next sends them: the name of a file changes with what is in it. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-encoding': 'br',
  vary: 'Accept-Encoding',
  'x-content-type-options': 'nosniff',
}

/**
 * Scripts and styles of the build, as `pack-build` packed them once and better than there is time for at each request. They
 * are half a megabyte and kept in memory: a build that is made anew beside a running server takes nothing away from it.
 */
export class PackedFiles {
  readonly #files = new Map<string, { readonly type: string; readonly body: Buffer }>()

  /** `folder`: of the build; nothing is packed in one that is made while it is used. */
  constructor(folder: string) {
    const packed = join(folder, 'static')
    if (!existsSync(packed)) return
    for (const name of globSync('**/*.br', { cwd: packed })) {
      const path = name.replaceAll('\\', '/').slice(0, -'.br'.length)
      const type = TYPES[extname(path)]
      if (type)
        this.#files.set(`/_next/static/${path}`, { type, body: readFileSync(join(packed, name)) })
    }
  }

  /** False: somebody else answers, to whoever does not take Brotli too. */
  answer({ method, url = '', headers }: IncomingMessage, response: ServerResponse): boolean {
    if ((method !== 'GET' && method !== 'HEAD') || headers.range) return false
    const file = this.#files.get(url.split('?', 1)[0] ?? '')
    const accepted = String(headers['accept-encoding'] ?? '')
    if (!file || !accepts(accepted, 'br')) return false
    response
      .writeHead(200, { ...HEADERS, 'content-type': file.type, 'content-length': file.body.length })
      .end(method === 'HEAD' ? undefined : file.body)
    return true
  }
}
