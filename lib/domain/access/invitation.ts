import type { Actor } from './policy.ts'

/** How long the link of an invitation is good. */
export const INVITATION_DAYS = 7
const DAY_MS = 86_400_000
/** How long an invitation that is over stays in the list. */
const SHOWN_DAYS = 30

/** How an invitation ended; `replaced`: a newer link took its place. */
export type InvitationEnding = 'accepted' | 'revoked' | 'replaced'

/** `lapsed`: in time; `orphaned`: whoever invited may do so no more. */
export type InvitationState = 'open' | 'lapsed' | 'orphaned' | InvitationEnding

export interface InvitationLife {
  readonly expiresAt: Date
  readonly ending: InvitationEnding | null
  /** As they are now. */
  readonly inviter: Pick<Actor, 'roles'> & { readonly disabledAt: string | null }
}

export const invitationEnds = (now: Date) => new Date(now.getTime() + INVITATION_DAYS * DAY_MS)

/** Whether a link lets somebody in, and else why not [SGN9]. An administrator who was put out leaves no door behind. */
export function invitationState(life: InvitationLife, now: Date): InvitationState {
  const { expiresAt, ending, inviter } = life
  if (ending !== null) return ending
  if (expiresAt <= now) return 'lapsed'
  return inviter.disabledAt !== null || !inviter.roles.includes('admin') ? 'orphaned' : 'open'
}

/** Whether administrators still see it in the list of invitations. */
export function isShown(overSince: Date, now: Date): boolean {
  return now.getTime() - overSince.getTime() < SHOWN_DAYS * DAY_MS
}
