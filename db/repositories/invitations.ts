import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Handle } from '#db/connection.ts'
import { people } from '#db/schema.ts'
import { invitations } from '#db/schema-sign-in.ts'
import type { InvitationEnding, InvitationLife } from '#lib/domain/access/invitation.ts'
import type { PersonRole } from '#lib/domain/access/policy.ts'
import { normaliseEmail } from './people.ts'

/** Whom an invitation lets in, and with which rights. */
export interface Invited {
  readonly email: string
  readonly name: string
  readonly roles: readonly PersonRole[]
  readonly chief: boolean
}

export interface Invitation extends Invited, InvitationLife {
  readonly id: string
  readonly at: Date
  readonly endedAt: Date | null
  readonly inviterName: string
}

export async function insertInvitation(
  db: Handle,
  row: Invited & { id: string; hash: string; invitedBy: string; at: Date; expiresAt: Date },
): Promise<void> {
  const email = normaliseEmail(row.email)
  await db.insert(invitations).values({ ...row, email, roles: [...row.roles] })
}

/** By id, or by the hash of its link. */
export async function findInvitation(
  db: Handle,
  by: { readonly id: string } | { readonly hash: string },
): Promise<Invitation | null> {
  const isIt = 'id' in by ? eq(invitations.id, by.id) : eq(invitations.hash, by.hash)
  const [row] = await withInviters(db).where(isIt)
  return row ? toInvitation(row) : null
}

/** Holds it until the end of the transaction: of two who use a link at once, the second waits. */
export async function lockInvitation(db: Handle, hash: string): Promise<void> {
  await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(eq(invitations.hash, hash))
    .for('update')
}

/** The newest for each address, the newest first. */
export async function newestInvitations(db: Handle): Promise<readonly Invitation[]> {
  const newest = db
    .selectDistinctOn([invitations.email], { id: invitations.id })
    .from(invitations)
    // The one that stands came last.
    .orderBy(invitations.email, sql`ended_at is not null`, desc(invitations.at), invitations.id)
    .as('newest')
  const rows = await withInviters(db)
    .innerJoin(newest, eq(newest.id, invitations.id))
    .orderBy(desc(invitations.at), invitations.id)
  return rows.map(toInvitation)
}

/** The one of an address that has not ended, if in time or not. */
export async function standingInvitation(db: Handle, email: string): Promise<Invitation | null> {
  const [row] = await withInviters(db).where(
    and(eq(invitations.email, normaliseEmail(email)), isNull(invitations.endedAt)),
  )
  return row ? toInvitation(row) : null
}

/** False: it has ended already. */
export async function endInvitation(
  db: Handle,
  id: string,
  ending: InvitationEnding,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({ ending, endedAt: now })
    .where(and(eq(invitations.id, id), isNull(invitations.endedAt)))
    .returning({ id: invitations.id })
  return rows.length > 0
}

const withInviters = (db: Handle) =>
  db
    .select({ invitation: invitations, inviter: people })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedBy))

interface Row {
  readonly invitation: typeof invitations.$inferSelect
  readonly inviter: typeof people.$inferSelect
}

function toInvitation({ invitation, inviter }: Row): Invitation {
  const { hash: _, invitedBy: __, roles, ending, ...rest } = invitation
  return {
    ...rest,
    roles: roles as PersonRole[],
    ending: ending as InvitationEnding | null,
    inviterName: inviter.name,
    inviter: {
      roles: inviter.roles as PersonRole[],
      disabledAt: inviter.disabledAt?.toISOString() ?? null,
    },
  }
}
