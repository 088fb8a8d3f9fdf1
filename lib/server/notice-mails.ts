import type { Context } from '#lib/usecases/context.ts'
import {
  type MailSite,
  makeDigests,
  type Postman,
  sendNextMail,
} from '#lib/usecases/send-digests.ts'
import { type Repeated, repeat } from './repeat.ts'

const PAUSES = { between: 5_000, afterError: 30_000 }

/** Makes and sends the mails that are due, for as long as the process lives. The rows are the truth: nothing is remembered here. */
export function startNoticeMails(
  postman: Postman,
  site: MailSite,
  contextOf: () => Context,
  pauses = PAUSES,
): Repeated {
  return repeat('mails were not sent', pauses, async (goesOn) => {
    await makeDigests(contextOf())
    while (goesOn() && (await sendNextMail(contextOf(), postman, site))) {
      // One after another, until nothing is due.
    }
  })
}
