import type { Outcome } from '#components/ui/use-submit.ts'
import type { InvitationState } from '#lib/domain/access/invitation.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'

/** A link as it was just made; nobody sees it again. */
export interface MadeLink {
  readonly email: string
  readonly link: string
  readonly mail:
    | { readonly is: 'sent' | 'off' }
    | { readonly is: 'failed'; readonly reason: string }
}

export type InviteAction = (form: FormData) => Promise<Outcome<MadeLink>>

/** An invitation as administrators see it; times are ISO 8601. */
export interface ListedInvitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly chief: boolean
  readonly state: InvitationState
  readonly inviterName: string
  readonly at: string
  readonly expiresAt: string
  readonly endedAt: string | null
}

export interface InvitationActions {
  readonly sendAgain: InviteAction
  readonly revoke: (form: FormData) => Promise<Outcome<null>>
}
