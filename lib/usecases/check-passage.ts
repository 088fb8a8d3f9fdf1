import { z } from 'zod'
import { listCaptures } from '#db/repositories/captures.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { fail, ok, type Result } from '#lib/domain/shared/result.ts'
import { checkPassage, type PassageCheck } from '#lib/domain/sourcing/passage.ts'
import { indexPassages } from '#lib/domain/sourcing/passage-index.ts'
import { pagesOf } from './captured-texts.ts'
import type { Context } from './context.ts'

export const passageInput = z.object({
  quote: z.string().min(1).max(20_000),
  /** Else the newest that has a text. */
  captureId: z.string().optional(),
})

/** Looks a passage up in a capture of a source, by the function that the browser has too [CAP6]. */
export async function checkQuote(
  context: Context,
  _actor: Actor,
  sourceId: string,
  { quote, captureId }: z.output<typeof passageInput>,
): Promise<Result<{ readonly captureId: string; readonly check: PassageCheck }>> {
  const captures = await listCaptures(context.db, sourceId)
  const capture = captures.find(({ id, textHash }) => textHash && (!captureId || id === captureId))
  const bytes = capture?.textHash ? await context.files.get(capture.textHash) : null
  if (!capture || !bytes) {
    const message = 'There is no capture with a text to look it up in. Capture the source first.'
    return fail({ kind: 'notFound', message })
  }
  const check = checkPassage(indexPassages(pagesOf(bytes)), quote)
  if (!check) return fail({ kind: 'invalid', message: 'quote: there is no word in it.' })
  return ok({ captureId: capture.id, check })
}
