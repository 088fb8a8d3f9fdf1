import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The encoder that pages have: React's own, in the copy that Next brings, which has no types. */
const { encodeReply } = createRequire(import.meta.url)(
  'next/dist/compiled/react-server-dom-turbopack/client.node',
) as { encodeReply(args: readonly unknown[]): Promise<string | FormData> }

/** What a call is answered with. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any
}

/** Somebody at a server, by what they send along: a cookie, a token, or nothing. */
export class Caller {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url
    this.headers = headers
  }

  /** Calls the HTTP interface; bytes are sent as they are, all else as JSON. */
  async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const isBytes = body instanceof Uint8Array
    const response = await fetch(this.url + path, {
      ...{ method, redirect: 'manual' },
      headers: {
        origin: this.url,
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        ...this.headers,
      },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: isJson ? JSON.parse(text) : text }
  }

  /** The body of a call that has to be answered well. */
  async must(method: string, path: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.call(method, path, body)
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  /** Calls a server action as a page of ours does. */
  async act({ id, page }: Action, args: readonly unknown[]): Promise<Acted> {
    const response = await fetch(this.url + page, {
      ...{ method: 'POST', redirect: 'manual' },
      headers: { origin: this.url, 'next-action': id, ...this.headers },
      body: await encodeReply(args),
    })
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
    return { status: response.status, text: await response.text(), cookies }
  }
}

export interface Acted {
  readonly status: number
  /** What the page that asked would read. */
  readonly text: string
  readonly cookies: readonly string[]
}

/** A server action of the build. */
export interface Action {
  /** `file#export`, the file without its folder of routes. */
  readonly name: string
  readonly id: string
  /** Address of a page that has it. */
  readonly page: string
}

interface Manifest {
  readonly node: Readonly<
    Record<
      string,
      {
        readonly workers: Readonly<Record<string, unknown>>
        readonly filename: string
        readonly exportedName: string
      }
    >
  >
}

/** Every action that the build answers, by name. */
export function builtActions(): ReadonlyMap<string, Action> {
  const manifest = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as Manifest
  return new Map(
    Object.entries(manifest.node).map(([id, { workers, filename, exportedName }]) => {
      const name = `${filename.replace(/^app\//, '').replace(/\.ts$/, '')}#${exportedName}`
      const [worker = ''] = Object.keys(workers)
      const page = worker.replace(/^app/, '').replace(/\/page$/, '')
      return [name, { name, id, page: page.replaceAll(/\/\([^)]*\)/g, '') || '/' }]
    }),
  )
}

/** A form as a page fills it in; a list is a field that is there several times. */
export function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) made.append(name, String(one))
  return made
}
