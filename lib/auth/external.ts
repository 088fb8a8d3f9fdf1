import type { Handle } from '#db/connection.ts'
import { appendAudit } from '#db/repositories/audit.ts'
import { findByExternal, insertExternal } from '#db/repositories/external-identities.ts'
import { findPerson, findPersonForSignIn, type Person } from '#db/repositories/people.ts'

/** Who somebody is by a provider. */
export interface Claim {
  readonly provider: string
  /** The provider's own id of the account: addresses change hands, it does not. */
  readonly subject: string
  readonly email: string | null
  /** The provider has seen that the address is theirs. */
  readonly verified: boolean
}

/** Why somebody is not let in; words for it stand at the sign-in page. */
export type Refusal = 'unknown' | 'unverified' | 'taken' | 'disabled'

/**
 * The person behind an account elsewhere: who is tied to it, else whoever has its address here and is tied to it from now on [SGN6].
 * Nobody is added: an administrator does that.
 */
export async function personBehind(
  db: Handle,
  claim: Claim,
  now: Date,
): Promise<{ readonly person: Person } | { readonly refusal: Refusal }> {
  const known = await findByExternal(db, claim)
  const person = known ? await findPerson(db, known) : null
  if (person) return person.disabledAt ? { refusal: 'disabled' } : { person }
  if (!claim.email || !claim.verified) return { refusal: 'unverified' }
  const found = (await findPersonForSignIn(db, claim.email))?.person
  if (!found) return { refusal: 'unknown' }
  if (found.disabledAt) return { refusal: 'disabled' }
  const { provider, subject } = claim
  return db.transaction(async (tx) => {
    const tied = await insertExternal(tx, { provider, subject, personId: found.id, at: now })
    // Whoever got an address that somebody else had before does not get their place here.
    if (!tied) return { refusal: 'taken' as const }
    const detail = { provider }
    const entry = { at: now, actorId: found.id, action: 'person.linked', articleId: null, detail }
    await appendAudit(tx, entry)
    return { person: found }
  })
}
