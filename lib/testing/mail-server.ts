import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly url: string
  /** What was handed in, as it came. */
  readonly letters: readonly { readonly to: readonly string[]; readonly raw: string }[]
  /** What the server does with the next letters. */
  mood: 'takes' | 'refuses' | 'is busy' | 'is silent'
  close(): Promise<void>
}

const answer = (code: number, message: string) =>
  Object.assign(new Error(message), { responseCode: code })

/** A server of mail on this machine, without TLS. */
export async function startMailServer(): Promise<MailServer> {
  const letters: { to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], closeTimeout: 10 },
    onRcptTo: (_, __, callback) => {
      if (mail.mood === 'refuses') return callback(answer(550, 'There is no such person'))
      if (mail.mood === 'is busy') return callback(answer(451, 'Come again later'))
      // Nobody ever calls back: whoever waits has to have a limit of their own.
      if (mail.mood !== 'is silent') callback()
    },
    onData: (stream, { envelope }, callback) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address)
        // Lines that were cut for the way are whole again.
        const raw = Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', '')
        letters.push({ to, raw })
        callback()
      })
    },
  })
  server.on('error', () => undefined)
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const mail: MailServer = {
    ...{ url: `smtp://127.0.0.1:${port}`, letters, mood: 'takes' },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return mail
}
