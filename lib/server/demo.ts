import { countPeople, findPersonForSignIn, insertPerson } from '#db/repositories/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import type { Actor, PersonRole } from '#lib/domain/access/policy.ts'
import type { Context } from '#lib/usecases/context.ts'
import { moveArticle } from '#lib/usecases/move-article.ts'
import { publishVersion } from '#lib/usecases/publish-version.ts'
import { reword } from '#lib/usecases/reword.ts'
import { DemoDesk, done } from './demo-desk.ts'
import { FERRY, FINED, QUESTION } from './demo-ferry.ts'
import { LIBRARY } from './demo-library.ts'
import { CALL, CORRECTION, WELLS } from './demo-wells.ts'

interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly chief?: boolean
}

const PEOPLE: readonly DemoPerson[] = [
  { email: 'editor@galley.test', name: 'Ada Quill', roles: ['writer', 'editor'] },
  { email: 'reviewer@galley.test', name: 'Ruben Marsh', roles: ['reviewer'] },
  { email: 'second@galley.test', name: 'Noor Haddad', roles: ['reviewer'] },
  {
    email: 'publisher@galley.test',
    name: 'Pia Lindholm',
    roles: ['publisher', 'admin'],
    chief: true,
  },
]

/**
 * The demo newsroom: its people, and an article that waits for its sources; the full one has sources in it, another
 * article in review, and one that was published and corrected. Does nothing in a newsroom that has people.
 */
export async function seedDemo(context: Context, size: 'small' | 'full'): Promise<void> {
  if ((await countPeople(context.db)) > 0) return
  const passwordHash = await hashPassword('demo')
  for (const person of PEOPLE) {
    await insertPerson(context.db, { chief: false, ...person, id: context.newId(), passwordHash })
  }
  const editor = await personOf(context, 'editor@galley.test')
  if (size === 'small') {
    await DemoDesk.open(context, editor, { ...LIBRARY, sources: {}, evidence: [] })
    return
  }
  await seedWells(context, editor)
  await seedFerry(context, editor)
  await DemoDesk.open(context, editor, LIBRARY)
}

async function personOf(context: Context, email: string): Promise<Actor> {
  const found = await findPersonForSignIn(context.db, email)
  if (!found) throw new Error(`The demo person ${email} was not stored`)
  return found.person
}

/** One approval lapses, because a number is put right after it; one question is open. */
async function seedFerry(context: Context, editor: Actor): Promise<void> {
  const [ruben, noor] = [
    await personOf(context, 'reviewer@galley.test'),
    await personOf(context, 'second@galley.test'),
  ]
  const { wrong, right } = FINED
  const text = FERRY.text.replace(right, wrong)
  const desk = await DemoDesk.open(context, editor, { ...FERRY, text })
  const { articleId } = desk
  const wish = { to: 'inReview', note: 'The treasurer’s letter came today.' } as const
  done(await moveArticle(context, editor, articleId, wish))
  await desk.approve(ruben, ({ sentence }) => !sentence.text.startsWith(QUESTION.of))
  await desk.ask(noor, QUESTION)
  done(await reword(context, editor, articleId, { exact: wrong, words: right }))
}

/** Published through the gate, then corrected the same way. */
async function seedWells(context: Context, editor: Actor): Promise<void> {
  const [ruben, noor, pia] = [
    await personOf(context, 'reviewer@galley.test'),
    await personOf(context, 'second@galley.test'),
    await personOf(context, 'publisher@galley.test'),
  ]
  const desk = await DemoDesk.open(context, editor, WELLS)
  const { articleId } = desk
  done(await moveArticle(context, editor, articleId, { to: 'inReview', note: '' }))
  await desk.approve(ruben, () => true)
  // What somebody is said to have done wrong takes two.
  await desk.approve(noor, ({ needed }) => needed > 1)
  const reasons = await desk.reasons(CALL)
  done(await publishVersion(context, pia, articleId, { change: 'first', note: '', reasons }))
  const { wrong, right, evidence, told: correction, note } = CORRECTION
  done(await reword(context, editor, articleId, { exact: wrong, words: right }))
  await desk.source([evidence])
  await desk.approve(noor, ({ isApproved }) => !isApproved)
  const wish = { change: 'correction', note, correction, reasons } as const
  done(await publishVersion(context, pia, articleId, wish))
}
