import { countPeople, findPersonForSignIn, insertPerson } from '#db/repositories/people.ts'
import { hashPassword } from '#lib/auth/password.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'
import type { Context } from '#lib/usecases/context.ts'
import { createArticle } from '#lib/usecases/create-article.ts'

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

const HEADLINE = 'Library roof leaks two years after a €2.4 million repair'

const TEXT = `The reading room of the Oster Street library has been closed since Monday because rain comes through its roof. The city paid €2.4 million for the repair of that roof in 2024.
Caretaker Jonas Vik counted nineteen buckets under the skylights on Tuesday morning. “We moved the map collection first, because paper does not forgive,” he said.
The building department says the leak has nothing to do with the repair. In its view, a storm on 12 November lifted four copper plates that were not part of the contract.
The contract, however, lists “all copper covering above the reading room” on page 7. The contractor, Halden Roofs, did not answer three requests for comment.
An engineer who saw the roof in October told this newspaper that the plates were held by a third of the screws that the plan asks for. The city has ordered a report, which is due on 15 January.
Until then the library lends books from a bus in the yard. It is a good bus.`

/** The demo newsroom: its people, and an article that waits for its sources. Does nothing in a newsroom that has people. */
export async function seedDemo(context: Context): Promise<void> {
  if ((await countPeople(context.db)) > 0) return
  const passwordHash = await hashPassword('demo')
  for (const person of PEOPLE) {
    await insertPerson(context.db, { chief: false, ...person, id: context.newId(), passwordHash })
  }
  const editor = await findPersonForSignIn(context.db, 'editor@galley.test')
  if (!editor) throw new Error('The demo editor was not stored')
  const article = { format: 'text', text: TEXT, lang: 'en', headline: HEADLINE } as const
  const made = await createArticle(context, editor.person, article)
  if (!made.ok) throw new Error(made.failure.message)
}
