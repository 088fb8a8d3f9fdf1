import { sql } from 'drizzle-orm'
import type { Handle } from './handle.ts'

/**
 * The role that the server works in: it reads and writes rows, and nothing else. It owns no table, so that it can neither
 * change one nor switch a trigger off, and it has no right to change or delete what stays [VER8]. Whoever logged in owns the
 * tables, and comes into this role at the start; a server of PostgreSQL has one of this name for all its databases.
 */
export const WORKING_ROLE = 'galley_app'

/** Into the working role, until the connection ends. */
export const ENTER = `set role ${WORKING_ROLE}`

/** Rows of these are added; approvals are withdrawn, and versions taken down by their function. */
const KEPT = ['version', 'approval', 'audit', 'audit_anchor', 'audit_words', 'signing_key']

const GRANTS = [
  `grant usage on schema public to ${WORKING_ROLE}`,
  `grant select, insert, update, delete on all tables in schema public to ${WORKING_ROLE}`,
  `grant usage, select on all sequences in schema public to ${WORKING_ROLE}`,
  `revoke update, delete, truncate on ${KEPT.join(', ')} from ${WORKING_ROLE}`,
  `grant update (withdrawn_at) on approval to ${WORKING_ROLE}`,
  `grant execute on function galley_take_down(text, integer, text, text, timestamptz) to ${WORKING_ROLE}`,
]

/** Any number that nothing else locks by. */
const LOCK = 736_021

/**
 * Makes the working role and gives it its rights, also on tables that a migration has just made. False: whoever logged in may
 * not make roles, and nobody has made it for them; rows stay by their triggers alone then.
 */
export async function makeWorkingRole(db: Handle, tries = 5): Promise<boolean> {
  try {
    await db.transaction(async (tx) => {
      // Two processes may start at once.
      await tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
      if (!(await isThere(tx))) await tx.execute(sql.raw(`create role ${WORKING_ROLE} nologin`))
      if (!(await mayEnter(tx))) await tx.execute(sql.raw(`grant ${WORKING_ROLE} to current_user`))
      for (const grant of GRANTS) await tx.execute(sql.raw(grant))
      await tx.execute(sql.raw(`set local role ${WORKING_ROLE}`))
    })
    return true
  } catch (error) {
    // Another database of the same server may have made it at this very moment.
    if (isMet(error) && tries > 1) return makeWorkingRole(db, tries - 1)
    if (isRefused(error)) return false
    throw error
  }
}

async function isThere(db: Handle): Promise<boolean> {
  return oneOf(db, sql`select 1 as one from pg_roles where rolname = ${WORKING_ROLE}`)
}

/** A superuser may enter every role; others have to be a member. */
async function mayEnter(db: Handle): Promise<boolean> {
  return oneOf(
    db,
    sql`select 1 as one from pg_auth_members where member = (select oid from pg_roles where rolname = current_user)
      and roleid = (select oid from pg_roles where rolname = ${WORKING_ROLE})
      union select 1 from pg_roles where rolname = current_user and rolsuper`,
  )
}

async function oneOf(db: Handle, query: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = (await db.execute(query)) as unknown as { readonly rows: readonly unknown[] }
  return rows.length > 0
}

const codeOf = (error: unknown): unknown => {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown }
  return code ?? (cause ? codeOf(cause) : undefined)
}

/** Two made it, or granted it, at the same time. */
const isMet = (error: unknown) => ['42710', '23505', 'XX000'].includes(String(codeOf(error)))
const isRefused = (error: unknown) => codeOf(error) === '42501'
