import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type InvitationLife, invitationEnds, invitationState, isShown } from './invitation.ts'

const NOW = new Date('2026-01-01T00:00:00.000Z')
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const admin = { roles: ['writer', 'admin'], disabledAt: null } as const
const open: InvitationLife = { expiresAt: invitationEnds(NOW), ending: null, inviter: admin }

it('[SGN9] the link is good for seven days, to the moment', () => {
  expect(invitationState(open, NOW)).toBe('open')
  expect(invitationState(open, new Date(inDays(7).getTime() - 1))).toBe('open')
  expect(invitationState(open, inDays(7))).toBe('lapsed')
})

it('[SGN9] it ends with the right of whoever invited', () => {
  const by = (inviter: InvitationLife['inviter']) => invitationState({ ...open, inviter }, NOW)
  expect(by({ ...admin, roles: ['writer'] })).toBe('orphaned')
  expect(by({ ...admin, disabledAt: NOW.toISOString() })).toBe('orphaned')
})

it('[SGN9] what has ended is never open again', () => {
  const endings = fc.constantFrom('accepted', 'revoked', 'replaced')
  fc.assert(
    fc.property(endings, fc.integer({ min: -30, max: 30 }), (ending, days) => {
      expect(invitationState({ ...open, ending }, inDays(days))).toBe(ending)
    }),
  )
})

it('[SGN9] what is over stands in the list for thirty days', () => {
  expect([isShown(NOW, inDays(29)), isShown(NOW, inDays(30))]).toEqual([true, false])
})
