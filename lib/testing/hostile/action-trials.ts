import { form } from './caller.ts'
import { addressOf, type Name, PASSWORD } from './house.ts'
import type { Scene } from './scene.ts'

/** How an action is tried. */
export interface ActionTrial {
  /** Who lacks the right to it, beside all who are not let in. */
  readonly lacking: readonly Name[]
  /** Who may do just that, in the end: the same call has to get through. Null: nobody may, as it is forged. */
  readonly by: Name | null
  readonly args: (scene: Scene) => readonly unknown[]
  /** What those who may send then, where that is something else. */
  readonly rightly?: ActionTrial['args']
  /** It is for those outside, too, or does something to one's own alone: it may be answered well, and changes nothing of others. */
  readonly harmless?: true
}

const NOT_ADMIN = ['chief', 'publisher', 'editor', 'reviewer', 'writer', 'nobody'] as const
const NOT_DESK = ['chief', 'publisher', 'admin', 'nobody'] as const

/** For who is in. */
const forAdmins = (args: ActionTrial['args']): ActionTrial => ({
  ...{ lacking: NOT_ADMIN, by: 'admin', args },
})
const forDesk = (args: ActionTrial['args']): ActionTrial => ({
  ...{ lacking: NOT_DESK, by: 'editor', args },
})
/** What is said with it is wrong: nobody gets through. */
const forged = (args: ActionTrial['args'], lacking: readonly Name[] = []): ActionTrial => ({
  ...{ lacking, by: null, args },
})
/** Of one's own: whoever is in may. */
const own = (args: ActionTrial['args']): ActionTrial => ({ lacking: [], by: 'nobody', args })

const NEW_PASSWORD = 'snow on the harbour roof'
const shownPerson = (given: string) =>
  JSON.stringify({
    ...{ writer: 'not given', editor: 'not given', reviewer: 'not given', publisher: 'not given' },
    ...{ admin: 'not given', chief: 'not given', account: 'active', [given]: 'given' },
  })

/** One for each action of the build, in the order in which those who may do them at the end. */
export const ACTION_TRIALS: Readonly<Record<string, ActionTrial>> = {
  '(newsroom)/people/actions#changeColleague': forAdmins(({ house }) => [
    form({ id: house.ids.other, roles: ['writer', 'publisher'], seen: shownPerson('writer') }),
  ]),
  '(newsroom)/people/invitation-actions#invitePerson': forAdmins(() => [
    form({ email: 'more@house.example', name: 'One more', roles: ['admin'], chief: 'on' }),
  ]),
  '(newsroom)/people/invitation-actions#inviteAgain': forAdmins(({ invitations }) => [
    form({ id: invitations[0].id }),
  ]),
  '(newsroom)/people/invitation-actions#revoke': forAdmins(({ invitations }) => [
    form({ id: invitations[1].id }),
  ]),
  '(newsroom)/keys/actions#revokeSomebodys': forAdmins(({ tokens }) => [form({ id: tokens[0] })]),
  '(newsroom)/webhooks/actions#addHook': forAdmins(() => [
    form({ url: 'https://mine.example/', events: ['published'] }),
  ]),
  '(newsroom)/webhooks/actions#testHook': forAdmins(({ webhook }) => [form({ id: webhook })]),
  '(newsroom)/webhooks/actions#turnHook': forAdmins(({ webhook }) => [
    form({ id: webhook, active: 'no' }),
  ]),
  '(newsroom)/webhooks/actions#removeHook': forAdmins(({ webhook }) => [form({ id: webhook })]),
  '(newsroom)/sources/actions#addSource': forDesk(() => [
    form({ kind: 'document', title: 'A letter', terms: 'onRecord' }),
  ]),
  '(newsroom)/sources/actions#editSource': forDesk(({ spare, spareShown }) => [
    form({ id: spare, seen: spareShown, title: 'The minutes, again', publicName: 'Minutes' }),
  ]),
  '(newsroom)/sources/actions#retireSource': forDesk(({ spare }) => [
    form({ id: spare, retired: 'yes', reason: 'Wrong.' }),
  ]),
  '(newsroom)/archive/actions#restoreSource': forDesk(({ withdrawn }) => [
    form({ id: withdrawn, retired: 'no' }),
  ]),
  'articles/[id]/versions/actions#takeDown': {
    lacking: ['publisher', 'editor', 'reviewer', 'writer', 'nobody'],
    by: 'chief',
    args: ({ published }) => [
      form({ article: published, number: '1', reason: 'A court said so.' }),
    ],
  },
  '(newsroom)/account/actions#revokeToken': {
    ...{ lacking: ['admin', 'chief', 'writer', 'nobody'], by: 'editor' },
    args: ({ tokens }) => [form({ id: tokens[1] })],
  },
  '(newsroom)/notices/actions#markRead': {
    ...own(({ notice }) => [form({ id: notice })]),
    ...{ lacking: ['admin', 'chief', 'nobody'], by: 'writer', harmless: true },
  },
  '(newsroom)/notices/actions#choose': own(() => ['mention', { app: false, mail: 'off' }]),
  '(newsroom)/account/actions#makeToken': own(() => [form({ name: 'Mine', scopes: ['read'] })]),
  '(newsroom)/account/factor-actions#begin': own(() => []),
  '(newsroom)/account/factor-actions#confirm': forged(() => [form({ code: '000000' })], ['nobody']),
  '(newsroom)/account/factor-actions#turnOff': forged(() => [form({ code: '000000' })], ['nobody']),
  '(newsroom)/account/password-actions#changeOwn': {
    ...own(() => [form({ current: PASSWORD, password: NEW_PASSWORD })]),
  },
  '(newsroom)/actions#signOutHere': { ...own(() => []), harmless: true },
  // For those outside.
  '(auth)/invitation/actions#look': forged(({ revokedLink }) => [revokedLink]),
  '(auth)/invitation/actions#accept': {
    ...forged(({ revokedLink }) => [form({ token: revokedLink, password: NEW_PASSWORD })]),
    by: 'second',
    rightly: ({ invitations }) => [form({ token: invitations[2].token, password: NEW_PASSWORD })],
  },
  '(auth)/set-up/actions#setUp': forged(() => [
    {},
    form({ name: 'Eve', email: 'eve@house.example', password: NEW_PASSWORD, code: 'AAAA-AAAA' }),
  ]),
  '(auth)/sign-in/actions#signInByPassword': {
    ...forged(() => [{}, form({ email: addressOf('disabled'), password: PASSWORD, next: '/' })]),
    by: 'second',
    rightly: () => [{}, form({ email: addressOf('second'), password: PASSWORD, next: '/' })],
  },
  '(auth)/sign-in/actions#signInAsDemo': forged(() => [
    {},
    form({ email: addressOf('admin'), next: '/' }),
  ]),
  '(auth)/sign-in/actions#signInElsewhere': forged(() => [form({ provider: 'oidc', next: '/' })]),
  '(auth)/sign-in/code/actions#giveCode': forged(() => [{}, form({ code: '000000', next: '/' })]),
  '(auth)/sign-in/code/actions#leaveAwaiting': forged(() => []),
}
