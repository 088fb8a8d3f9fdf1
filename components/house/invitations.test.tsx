// @vitest-environment jsdom
import { act } from 'react'
import { expect, it, onTestFinished } from 'vitest'
import type { Outcome } from '#components/ui/use-submit.ts'
import { button, click, mount, settle, textOf, write } from '#lib/testing/mount.ts'
import { AcceptInvitation } from './accept-invitation.tsx'
import { InvitationList } from './invitation-list.tsx'
import type { ListedInvitation, MadeLink } from './invitation-model.ts'
import { InvitePerson } from './invite-person.tsx'

const LINK = 'https://g.example/invitation#abc'
const one: ListedInvitation = {
  ...{ id: 'i1', email: 'cy@galley.test', name: 'Cy', roles: ['writer'], chief: false },
  ...{ state: 'open', inviterName: 'Ann', at: '2026-01-01T00:00:00.000Z', endedAt: null },
  expiresAt: '2026-01-08T00:00:00.000Z',
}
const made = (mail: MadeLink['mail']): Outcome<MadeLink> => ({
  ok: true,
  value: { email: one.email, link: LINK, mail },
})
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)!
const now = new Date('2026-01-02T00:00:00.000Z')

it('[SGN9] whoever invites sees the link this one time, and whether the mail went', async () => {
  const answers: Outcome<MadeLink>[] = [
    { ok: false, message: 'This address is invited already.' },
    made({ is: 'failed', reason: 'No such mailbox.' }),
  ]
  await mount(<InvitePerson action={async () => answers.shift()!} />)
  await click(button('Invite a person'))
  await write(field('name'), 'Cy')
  await write(field('email'), one.email)
  const send = [...document.querySelectorAll('button')].find((b) => b.textContent === 'Invite')!
  await click(send)
  expect(textOf('[role=alert]')).toContain('invited already')
  expect(field('name').value).toBe('Cy')
  await click(send)
  expect(textOf('code')).toBe(LINK)
  expect(textOf('[role=alert]')).toContain('The mail was not sent: No such mailbox. Copy the link')
  await click(button('Done'))
  expect(document.body.textContent).not.toContain(LINK)
})

it('[SGN9] the list says how each stands, and offers what can still be done', async () => {
  const invitations: ListedInvitation[] = [
    one,
    { ...one, id: 'i2', email: 'Di@galley.test', name: 'Di', state: 'lapsed' },
    {
      ...one,
      id: 'i3',
      email: 'Ed@galley.test',
      name: 'Ed',
      state: 'accepted',
      endedAt: one.expiresAt,
    },
    { ...one, id: 'i4', email: 'Flo@galley.test', name: 'Flo', state: 'orphaned' },
    {
      ...one,
      id: 'i5',
      email: 'Gus@galley.test',
      name: 'Gus',
      state: 'revoked',
      endedAt: one.expiresAt,
    },
  ]
  const actions = {
    sendAgain: async () => made({ is: 'off' }),
    revoke: async (): Promise<Outcome<null>> => ({ ok: false, message: 'Ended already.' }),
  }
  await mount(<InvitationList invitations={invitations} now={now} actions={actions} />)
  expect(textOf('tbody td:nth-child(3)')).toMatch(
    /Waits; ends .*Too old since.*Came in.*no administrator any more.*Revoked/,
  )
  const names = [...document.querySelectorAll('.acts button')].map(
    (b) => b.ariaLabel ?? b.getAttribute('aria-label'),
  )
  expect(names).toEqual([
    ...['Send again to Cy', 'Revoke the invitation of Cy', 'Send again to Di'],
    ...['Send again to Flo', 'Revoke the invitation of Flo', 'Send again to Gus'],
  ])
  await click(button('Revoke the invitation of Cy'))
  expect(textOf('[role=alert]')).toBe('Ended already.')
  await click(button('Send again to Di'))
  expect(textOf('[role=dialog] code')).toBe(LINK)
})

it('[SGN9] the link of an invitation that was sent again stays, though the list behind it has a new one', async () => {
  const actions = {
    sendAgain: async () => made({ is: 'off' }),
    revoke: async (): Promise<Outcome<null>> => ({ ok: true, value: null }),
  }
  const list = (id: string) => (
    <InvitationList invitations={[{ ...one, id }]} now={now} actions={actions} />
  )
  const { show } = await mount(list('i1'))
  await click(button('Send again to Cy'))
  await show(list('i2'))
  expect(textOf('[role=dialog] code')).toBe(LINK)
})

it('[SGN9] the link is read from behind the mark; what is wrong with it is said, and another can be put in its place', async () => {
  onTestFinished(() => history.replaceState(null, '', '/'))
  history.replaceState(null, '', '/invitation#old')
  const asked: string[] = []
  const look = async (token: string) => {
    asked.push(token)
    if (token === 'old') return { ok: false, message: 'This link was used already.' } as const
    if (token === 'cut') throw new Error('offline')
    return { ok: true, value: { email: one.email, name: 'Cy', expiresAt: one.expiresAt } } as const
  }
  const sent: FormData[] = []
  const accept = async (form: FormData): Promise<Outcome<string>> => {
    sent.push(form)
    return { ok: false, message: 'Give a password of at least 12 characters.', field: 'password' }
  }
  await mount(<AcceptInvitation newsroom="The Courier" signedInAs="Ann" {...{ look, accept }} />)
  expect(textOf('[role=alert]')).toBe('This link was used already.')
  const turnTo = async (token: string) => {
    history.replaceState(null, '', `/invitation#${token}`)
    await act(async () => void window.dispatchEvent(new HashChangeEvent('hashchange')))
    await settle()
  }
  await turnTo('cut')
  expect(textOf('[role=alert]')).toContain('The server was not reached')
  await turnTo('new')
  expect(textOf('h1')).toBe('Welcome to The Courier')
  expect(textOf('.notice')).toContain('Ann is signed in here, and will be signed out')
  await write(field('password'), 'a sentence of mine')
  await click(button('Choose it and come in'))
  expect(sent.map((form) => [form.get('token'), form.get('password')])).toEqual([
    ['new', 'a sentence of mine'],
  ])
  expect(textOf('.err')).toContain('at least 12 characters')
  expect(asked).toEqual(['old', 'cut', 'new'])
})
