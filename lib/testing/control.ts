import type { ControlCalls } from './control-pages.ts'

export type { ControlCalls } from './control-pages.ts'

/** The server answered, and would not do it. */
export class ControlRefused extends Error {
  constructor(call: string, body: string) {
    super(`${call}: ${body}`)
    this.name = 'ControlRefused'
  }
}

/** Calls to a server that runs without pages. `url` is asked each time: the server may have moved. */
export function controlOf(url: () => string): ControlCalls {
  const call = async (name: string, input: unknown) => {
    const response = await fetch(`${url()}/control/${name}`, {
      method: 'POST',
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(180_000),
    })
    const body = await response.text()
    if (!response.ok) throw new ControlRefused(name, body)
    return JSON.parse(body)
  }
  return new Proxy({} as ControlCalls, {
    get: (_, name) => (input: unknown) => call(String(name), input),
  })
}
