import { createTransport } from 'nodemailer'
import type { Delivery, Letter, Postman } from '#lib/usecases/send-digests.ts'

/** How long a server of mail may take for each step. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Sends by SMTP. What the server refuses for good is not tried again. */
export function mailerTo(url: string, from: string, timeouts = TIMEOUTS): Postman {
  const transport = createTransport({ url, ...timeouts })
  return {
    send: async (letter) => {
      try {
        await transport.sendMail(envelopeOf(letter, from))
        return { ok: true }
      } catch (error) {
        return failed(error)
      }
    },
  }
}

const envelopeOf = ({ to, subject, text, html, id, offUrl }: Letter, from: string) => ({
  ...{ from, to, subject, text, html, messageId: `<${id}>` },
  headers: {
    ...(offUrl !== null && {
      'List-Unsubscribe': `<${offUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
    // No answer of an absent person, please.
    'Auto-Submitted': 'auto-generated',
  },
})

const FOR_GOOD = 500

/** A wrong password is answered for good too, but it is our mistake, and is put right. */
function failed(error: unknown): Delivery {
  const {
    responseCode = 0,
    command = '',
    message = String(error),
  } = error as {
    readonly responseCode?: number
    readonly command?: string
    readonly message?: string
  }
  const isOurs = command.startsWith('AUTH') || command === 'CONN'
  return { ok: false, isFinal: responseCode >= FOR_GOOD && !isOurs, message }
}
