import type { Handle } from '#db/connection.ts'
import { listCaptures } from '#db/repositories/captures.ts'
import { listPeople } from '#db/repositories/people.ts'
import { findSourceById } from '#db/repositories/sources.ts'
import { findIdentity } from '#db/repositories/vault.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { textOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import {
  findProtected,
  type Identity,
  type Protected,
  protectedOf,
} from '#lib/domain/sourcing/identity.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

export const NO_SOURCE = { kind: 'notFound', message: 'There is no such source.' } as const

/** Whether a source may have it [CNF4]. */
export async function checkIdentity(
  tx: Handle,
  actor: Actor,
  sourceId: string,
  identity: Identity,
): Promise<Result<null>> {
  const source = await findSourceById(tx, sourceId)
  if (!source) return fail(NO_SOURCE)
  const conflict = (message: string) => fail({ kind: 'conflict', message } as const)
  const known = await findIdentity(tx, sourceId)
  if (known && known.ownerId !== actor.id)
    return fail({ kind: 'forbidden', message: 'Only whoever locked it up changes it.' })
  if (source.mergedInto)
    return conflict('It was merged: lock it up at the source that it leads to.')
  if (source.terms === 'onRecord')
    return conflict('The source is on the record. Write down first what was agreed: its terms.')
  if ((await listCaptures(tx, sourceId)).length)
    return conflict(
      'It has captures, which everybody in the house can read. Make a new source for who must stay unknown.',
    )
  const place = protectedPlace(source, protectedOf([identity]))
  if (place)
    return fail({
      kind: 'invalid',
      message: `${place} holds a part of who it is. Change that first.`,
    })
  return ok(null)
}

const SAID = {
  title: 'Its name here',
  publicName: 'Its public name',
  description: 'Its description',
  wording: 'The agreed wording',
  url: 'Its address',
  edition: 'Its edition',
  origin: 'Its origin',
  reliabilityReason: 'The reason for its reliability',
  retiredReason: 'The reason for its withdrawal',
} as const

/** Which field of a source tells who it is; null: none does. */
export function protectedPlace(source: Source, hidden: Protected): string | null {
  const told = (source.interviews ?? []).map(({ present, recording, timecodes }) =>
    [present, recording, timecodes].join('\n'),
  )
  if (findProtected(told.join('\n'), hidden)) return 'What is said of an interview'
  if (findProtected(textOfCsl(source.csl), hidden)) return 'What is said of its publication'
  const field = (Object.keys(SAID) as (keyof typeof SAID)[]).find((key) =>
    findProtected(source[key] ?? '', hidden),
  )
  return field ? SAID[field] : null
}

export async function checkReaders(
  tx: Handle,
  actor: Actor,
  readers: readonly string[],
): Promise<Result<readonly string[]>> {
  const active = (await listPeople(tx)).filter(({ disabledAt }) => disabledAt === null)
  const wanted = [...new Set(readers)].filter((id) => id !== actor.id)
  if (wanted.every((id) => active.some((person) => person.id === id))) return ok(wanted)
  return fail({ kind: 'invalid', message: 'readers: one of them is nobody who works here.' })
}
