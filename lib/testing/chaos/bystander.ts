import { WireClient } from '#lib/testing/wire.ts'

/** Somebody who works while others attack, in a process of their own: what they wait for is the server, not us. */
export interface Told {
  readonly url: string
  readonly name: string
  readonly token: string
}

export interface Lived {
  /** Milliseconds from each change until it was acknowledged, since they were last asked. */
  readonly waits: readonly number[]
  readonly closed: number
}

let client: WireClient | null = null
let waits: number[] = []

process.on('message', (message: Told | 'waits') => {
  if (message === 'waits') {
    process.send?.({ waits, closed: client?.closed ?? 0 } satisfies Lived)
    waits = []
  } else client = begin(message)
})
process.on('disconnect', () => process.exit(0))

function begin(told: Told): WireClient {
  const sent: number[] = []
  const working = new WireClient({ ...told, follow: true })
  working.acknowledged = () => {
    const since = sent.shift()
    if (since !== undefined) waits.push(performance.now() - since)
  }
  setInterval(() => {
    if (!working.synced) return
    sent.push(performance.now())
    working.change((doc) => doc.getText('text').insert(1, 'v'))
  }, 50)
  return working
}
