import { z } from 'zod'
import { changesBetween } from '#lib/domain/shared/changes-meanwhile.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import {
  EDITED_FIELDS,
  type EditedSource,
  editedSource,
} from '#lib/domain/sourcing/edited-source.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

/** A source as a form showed it. */
export const seenSource = z.record(z.enum(EDITED_FIELDS), z.string().max(40_000))

/** For `changeSource`: refuses what would write over what its writer has not seen; `current` is how it is now [SRC11]. */
export function asSeen(seen: EditedSource): (now: Source) => Result<null> {
  return (now) => {
    const current = editedSource(now)
    if (!changesBetween(EDITED_FIELDS, seen, current).length) return ok(null)
    const message = 'Somebody else has changed this source meanwhile. Look at what changed.'
    return fail({ kind: 'unmatched', message, current })
  }
}
