import {
  changeMail,
  claimMail,
  insertMail,
  type KeptMail,
  lastMailAt,
  noticesOfMail,
  peopleWithMail,
  stopMail,
  waitingFor,
} from '#db/repositories/notice-mails.ts'
import { type KeptNotice, noticeChoicesOf } from '#db/repositories/notices.ts'
import { findPerson, type Person } from '#db/repositories/people.ts'
import {
  dueFor,
  type LetterLine,
  type LetterText,
  letterOf,
  retryAt,
} from '#lib/domain/notices/digest.ts'
import { noticeWords } from '#lib/domain/notices/notice-words.ts'
import type { Context } from './context.ts'
import { findNoteLeaks } from './find-leaks.ts'
import { titleOf, type Visible, visibleOf } from './notices.ts'

/** A mail as it goes out. */
export interface Letter extends LetterText {
  readonly to: string
  /** The same each time that it is tried: whoever gets it twice can tell. */
  readonly id: string
  /** Called by programs to get no more of them (RFC 8058); null: there are no more of its kind. */
  readonly offUrl: string | null
}

export type Delivery =
  | { readonly ok: true }
  /** `isFinal`: it is of no use to try again. */
  | { readonly ok: false; readonly isFinal: boolean; readonly message: string }

export interface Postman {
  send(letter: Letter): Promise<Delivery>
}

/** What a letter says of the site. */
export interface MailSite {
  readonly origin: string
  readonly newsroom: string
  /** The switch of a person, that needs no signing in. */
  offTokenOf(personId: string): string
}

type Part = Pick<Context, 'db' | 'now' | 'newId'>

/** Makes the mails that are due. A notice is in one of them at most, also when two processes do it at once [MAI1]. */
export async function makeDigests({ db, now, newId }: Part): Promise<void> {
  for (const personId of await peopleWithMail(db)) {
    const choices = await noticeChoicesOf(db, personId)
    for (const cadence of ['hourly', 'daily'] as const) {
      const at = now()
      const waiting = await waitingFor(db, personId)
      const last = await lastMailAt(db, personId, cadence)
      const ids = dueFor(cadence, waiting, choices, last, at)
      const mail = { id: newId(), personId, cadence, at }
      if (ids.length) await db.transaction((tx) => insertMail(tx, mail, ids))
    }
  }
}

/** Longer than a delivery may take: whoever crashed in one holds it up for no more. */
const CLAIM_MS = 120_000

/**
 * Sends the mail that is due longest. False: none is. It is sent at least once: who crashes between the delivery and the
 * row sends it again, under the same Message-ID [MAI2].
 */
export async function sendNextMail(
  context: Context,
  postman: Postman,
  site: MailSite,
): Promise<boolean> {
  const now = context.now()
  const until = new Date(now.getTime() + CLAIM_MS)
  const mail = await claimMail(context.db, { now, until })
  if (!mail) return false
  const letter = await write(context, mail, site)
  // Read, switched off or out of sight meanwhile: there is nothing left to tell.
  const outcome: Delivery = letter ? await postman.send(letter) : { ok: true }
  const [at, tries] = [context.now(), mail.tries + 1]
  const next = outcome.ok || outcome.isFinal ? null : retryAt(tries, at)
  await changeMail(context.db, mail.id, {
    ...{ tries, nextAt: next, claimedUntil: null },
    ...(outcome.ok ? { sentAt: at, failure: null } : { failure: outcome.message.slice(0, 500) }),
  })
  return true
}

async function write(context: Context, mail: KeptMail, site: MailSite): Promise<Letter | null> {
  const person = await findPerson(context.db, mail.personId)
  if (!person || person.disabledAt !== null) return null
  const wanted = await wantedOf(context, mail, person)
  const lines: LetterLine[] = []
  for (const { notice, article } of wanted) {
    const words = noticeWords(notice, notice.byName, await titleFor(context, article))
    lines.push({ words, url: `${site.origin}/notices/${notice.id}` })
  }
  if (!lines.length) return null
  const token = site.offTokenOf(person.id)
  const text = letterOf({
    ...{ newsroom: site.newsroom, name: person.name, lines },
    ...{ listUrl: `${site.origin}/notices`, choicesUrl: `${site.origin}/account#notices` },
    offUrl: `${site.origin}/no-mail?token=${token}`,
  })
  const id = `${mail.id}@${new URL(site.origin).hostname}`
  return { ...text, to: person.email, id, offUrl: `${site.origin}/no-mail/now?token=${token}` }
}

async function wantedOf(
  { db }: Context,
  mail: KeptMail,
  person: Person,
): Promise<readonly Visible[]> {
  const choices = await noticeChoicesOf(db, person.id)
  const isWanted = ({ kind }: KeptNotice) => (choices[kind]?.mail ?? 'off') !== 'off'
  const notices = (await noticesOfMail(db, mail.id)).filter(isWanted)
  return visibleOf(db, person, notices)
}

/** Mail is read by others on its way: of a restricted article it says that there is one, and no protected name goes out [MAI3]. */
async function titleFor(context: Context, article: Visible['article']): Promise<string> {
  if (!article || article.restricted) return 'an article'
  const leaks = await findNoteLeaks(context, article.title)
  return leaks.length ? 'an article' : titleOf(article)
}

/** The switch of a letter: no more mail of any kind [MAI4]. */
export async function stopMailTo({ db }: Pick<Context, 'db'>, personId: string): Promise<void> {
  await db.transaction((tx) => stopMail(tx, personId))
}
