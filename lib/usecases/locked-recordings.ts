import {
  findRecording,
  insertRecording,
  type LockedRecording,
  removeRecording,
} from '#db/repositories/vault.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { cleanText } from '#lib/domain/text/clean.ts'
import { type Context, record } from './context.ts'
import { openable, ownedIdentity, recordOpening } from './identities.ts'
import { requireVault } from './locked-identity.ts'

/** A file that would tell who a source is; its name would too. */
export interface Recording {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Where one is locked up: it opens in no other place. */
export const placeOfRecording = ({ sourceId, id }: Pick<LockedRecording, 'sourceId' | 'id'>) =>
  `recording ${sourceId} ${id}`

/** Locks a file up with the identity. */
export async function keepRecording(
  context: Context,
  actor: Actor,
  sourceId: string,
  { name, bytes }: Recording,
): Promise<Result<{ readonly id: string }>> {
  const vault = requireVault(context)
  if (!vault.ok) return vault
  const owned = await ownedIdentity(context.db, actor, sourceId)
  if (!owned.ok) return owned
  if (!bytes.length) return fail({ kind: 'invalid', message: 'The file is empty.' })
  const id = context.newId()
  const locked = vault.value.lock(placeOfRecording({ sourceId, id }), pack(name, bytes))
  await context.db.transaction(async (tx) => {
    const more = { size: bytes.length, at: context.now(), addedBy: actor.id }
    await insertRecording(tx, { id, sourceId, ...locked, ...more })
    const detail = { source: sourceId, recording: id }
    await record(tx, context, {
      actorId: actor.id,
      action: 'recording.kept',
      articleId: null,
      detail,
    })
  })
  return ok({ id })
}

/** Each time that one is opened is recorded before it is given out [CNF2]. */
export async function openRecording(
  context: Context,
  actor: Actor,
  sourceId: string,
  id: string,
): Promise<Result<Recording>> {
  const vault = requireVault(context)
  if (!vault.ok) return vault
  const allowed = await openable(context.db, actor, sourceId)
  if (!allowed.ok) return allowed
  const found = await findRecording(context.db, sourceId, id)
  if (!found) return fail(NO_RECORDING)
  await recordOpening(context, actor, sourceId, { recording: id })
  return ok(unpack(vault.value.open(placeOfRecording(found), found)))
}

/** Destroys one for good. */
export async function destroyRecording(
  context: Context,
  actor: Actor,
  sourceId: string,
  id: string,
): Promise<Result<null>> {
  const owned = await ownedIdentity(context.db, actor, sourceId)
  if (!owned.ok) return owned
  return context.db.transaction(async (tx) => {
    if (!(await removeRecording(tx, sourceId, id))) return fail(NO_RECORDING)
    const detail = { source: sourceId, recording: id }
    await record(tx, context, {
      actorId: actor.id,
      action: 'recording.destroyed',
      articleId: null,
      detail,
    })
    return ok(null)
  })
}

const NO_RECORDING = { kind: 'notFound', message: 'There is no such recording.' } as const

/** The length of the name in two bytes, the name, the bytes. */
function pack(name: string, bytes: Uint8Array): Uint8Array {
  const shown = cleanText(name).split(/[\\/]/).at(-1)?.trim().slice(0, 200) || 'recording'
  const head = Buffer.from(shown, 'utf8')
  const length = Buffer.alloc(2)
  length.writeUInt16BE(head.length)
  return Buffer.concat([length, head, bytes])
}

function unpack(plain: Uint8Array): Recording {
  const buffer = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength)
  const end = 2 + buffer.readUInt16BE(0)
  return { name: buffer.toString('utf8', 2, end), bytes: new Uint8Array(buffer.subarray(end)) }
}
