import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { auditLength, readTrail } from '#db/repositories/audit.ts'
import { findPersonForSignIn } from '#db/repositories/people.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { withSharedDatabase } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { acceptInvitation, openInvitation } from './accept-invitation.ts'
import {
  invitationInput,
  invite,
  listInvitations,
  revokeInvitation,
  sendAgain,
} from './invitations.ts'
import { changePerson } from './people.ts'
import { providePublicUrl } from './public-url.ts'
import type { Delivery, Letter } from './send-digests.ts'

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')
const hashPassword = async (password: string) => `hash of ${password}`
const secrets = { hashToken, hashPassword }
const DAY = 86_400_000

withSharedDatabase('invitations', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const admin = await desk.person(['admin'])
    const letters: Letter[] = []
    let delivery: Delivery = { ok: true }
    const postman = {
      send: async (letter: Letter) => {
        letters.push(letter)
        return delivery
      },
    }
    const sending = { newsroom: 'The Courier', postman, hashToken }
    providePublicUrl('https://galley.example')
    let days = 0
    const context = { ...desk.context, now: () => new Date(Date.UTC(2026, 0, 1) + days * DAY) }
    const wish = (more = {}) =>
      invitationInput.parse({
        ...{ email: `${randomUUID()}@Galley.test`, name: 'Cy', roles: ['writer'], ...more },
      })
    const tokenOf = ({ link }: { link: string }) => new URL(link).hash.slice(1)
    const invited = async (input = wish(), actor: Actor = admin) => {
      const made = must(await invite(context, actor, input, sending))
      return { ...made, input, token: tokenOf(made) }
    }
    const accept = (token: string) =>
      acceptInvitation(context, token, 'a sentence of mine', secrets)
    const stateOf = async (email: string) =>
      must(await listInvitations(context, admin)).find((one) => one.email === email.toLowerCase())
        ?.state ?? null
    const told = async (token: string) => {
      const opened = await openInvitation(context, token, secrets)
      return opened.ok ? opened.value.email : opened.failure.message
    }
    return {
      ...{ desk, admin, letters, sending, context, wish, tokenOf, invited, accept, stateOf, told },
      pass: (more: number) => {
        days += more
      },
      fails: (failure: Delivery) => {
        delivery = failure
      },
    }
  }

  it('[SGN9] a link lets one person in once, with the address and the roles that were given', async () => {
    const { desk, admin, letters, context, invited, accept, stateOf, told } = await begin()
    const { token, link, input, mail, id } = await invited()
    expect(link).toBe(`https://galley.example/invitation#${token}`)
    expect(mail).toEqual({ is: 'sent' })
    expect(letters).toMatchObject([{ to: input.email, subject: 'Invitation to The Courier' }])
    expect(letters[0]?.text).toContain(link)
    expect(await told(token)).toBe(input.email.toLowerCase())
    expect(await stateOf(input.email)).toBe('open')
    const both = await Promise.all([accept(token), accept(token)])
    expect(both.map(failureOf).sort()).toEqual(['gone', null])
    const person = await findPersonForSignIn(open().handle, input.email)
    expect(person).toMatchObject({
      passwordHash: 'hash of a sentence of mine',
      person: { name: 'Cy', roles: ['writer'], chief: false, disabledAt: null },
    })
    expect(await told(token)).toContain('was used already')
    expect(failureOf(await accept(token))).toBe('gone')
    expect(await stateOf(input.email)).toBe('accepted')
    const rows = (await readTrail(open().handle)).kept.map(({ row }) => row).slice(-2)
    expect(rows).toMatchObject([
      {
        action: 'invitation.made',
        actorId: admin.id,
        detail: { invitation: id, roles: ['writer'] },
      },
      { action: 'invitation.accepted', actorId: person?.person.id, detail: { invitation: id } },
    ])
    const again = await sendAgain(context, admin, id, { newsroom: 'x', postman: null, hashToken })
    expect(failureOf(again)).toBe('conflict')
    await desk.stop()
  })

  it('[SGN9] only the hash of a link is kept, and the trail does not know it', async () => {
    const { desk, invited } = await begin()
    const { token } = await invited()
    const { rows } = (await open().handle.execute(
      sql`select i.*, (select string_agg(a::text, '') from audit a) as trail from invitation i`,
    )) as unknown as { rows: unknown[] }
    expect(JSON.stringify(rows)).toContain(hashToken(token))
    expect(JSON.stringify(rows)).not.toContain(token)
    await desk.stop()
  })

  it('[SGN9] one that is revoked, sent again, too old or not whole lets nobody in, and says what to do', async () => {
    const { desk, admin, context, sending, invited, tokenOf, accept, told, pass, stateOf } =
      await begin()
    const [one, two, three] = [await invited(), await invited(), await invited()]
    must(await revokeInvitation(context, admin, one.id))
    expect(failureOf(await revokeInvitation(context, admin, one.id))).toBe('conflict')
    const newer = tokenOf(must(await sendAgain(context, admin, two.id, sending)))
    expect(failureOf(await sendAgain(context, admin, two.id, sending))).toBe('conflict')
    expect(await told(one.token)).toContain('was taken back')
    expect(await told(two.token)).toContain('a newer link')
    expect(await told(`${three.token}x`)).toContain('not whole')
    expect(await told('')).toContain('not whole')
    pass(7)
    expect(await told(three.token)).toContain('too old')
    expect(await stateOf(three.input.email)).toBe('lapsed')
    for (const token of [one.token, two.token, three.token, 'x', newer])
      expect(failureOf(await accept(token))).toMatch(/gone|notFound/)
    // Another time begins with another link; whom it was revoked for can be invited anew.
    const late = tokenOf(must(await sendAgain(context, admin, three.id, sending)))
    must(await accept(late))
    await invited(one.input)
    expect(await stateOf(one.input.email)).toBe('open')
    expect(failureOf(await sendAgain(context, admin, one.id, sending))).toBe('conflict')
    pass(40)
    expect(await stateOf(one.input.email)).toBeNull()
    await desk.stop()
  })

  it('[SGN9] of two who invite one address at once, one does; nobody is invited who is here', async () => {
    const { desk, admin, context, sending, wish, accept, tokenOf } = await begin()
    const input = wish()
    const both = await Promise.all([1, 2].map(() => invite(context, admin, input, sending)))
    expect(both.map(failureOf).sort()).toEqual(['conflict', null])
    const made = both.find(({ ok }) => ok)
    must(await accept(tokenOf(must(made ?? both[0]!))))
    expect(failureOf(await invite(context, admin, input, sending))).toBe('conflict')
    await desk.stop()
  })

  it('[SGN9][ACC4] only administrators invite, see and revoke, and what they left open ends with their right', async () => {
    const { desk, admin, context, sending, wish, invited, told, accept, stateOf } = await begin()
    const [ada, bob] = [await desk.person(['editor']), await desk.person(['admin'])]
    const before = await auditLength(open().handle)
    expect(failureOf(await invite(context, ada, wish(), sending))).toBe('forbidden')
    expect(failureOf(await listInvitations(context, ada))).toBe('forbidden')
    const { id, token, input } = await invited(wish(), bob)
    expect(failureOf(await revokeInvitation(context, ada, id))).toBe('forbidden')
    expect(failureOf(await sendAgain(context, ada, id, sending))).toBe('forbidden')
    expect(await auditLength(open().handle)).toBe(before + 1)
    must(await changePerson(desk.context, admin, bob.id, { disabled: true }))
    expect(await told(token)).toContain('Ask another administrator')
    expect(failureOf(await accept(token))).toBe('gone')
    expect(await stateOf(input.email)).toBe('orphaned')
    // Who was an administrator when the page was read.
    expect(failureOf(await invite(context, bob, wish(), sending))).toBe('forbidden')
    must(await sendAgain(context, admin, id, sending))
    expect(await stateOf(input.email)).toBe('open')
    await desk.stop()
  })

  it('[SGN9] a link that is tried too often has to wait; others do not', async () => {
    const { desk, invited, accept } = await begin()
    const [one, two] = [await invited(), await invited()]
    const tried = []
    for (let n = 0; n < 11; n++) tried.push(failureOf(await accept(`${one.token}x`)))
    expect(tried).toEqual([...Array(10).fill('notFound'), 'tooMany'])
    must(await accept(one.token))
    must(await accept(two.token))
    await desk.stop()
  })

  it('[SGN9] what the server of mail refuses is told; the link stands', async () => {
    const { desk, admin, context, wish, invited, accept, fails } = await begin()
    fails({ ok: false, isFinal: true, message: 'No such mailbox' })
    const { mail, token } = await invited()
    expect(mail).toEqual({ is: 'failed', reason: 'No such mailbox' })
    must(await accept(token))
    const off = { newsroom: 'x', postman: null, hashToken }
    expect(must(await invite(context, admin, wish(), off)).mail).toEqual({ is: 'off' })
    await desk.stop()
  })
})
