import { z } from 'zod'
import { listPeople } from '#db/repositories/people.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { NamedRun } from '#lib/domain/history/written.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { openArticle, served } from './open-article.ts'

export const spansInput = z.object({
  spans: z
    .array(
      z
        .object({ block: z.string().max(200), from: z.int().min(0), to: z.int() })
        .refine(({ from, to }) => to > from, 'A span ends behind its beginning.'),
    )
    .min(1)
    .max(1_000),
})

/** Who wrote what stands in parts of an article now, and when, by the server's own record [HIS8]. */
export async function whoWrote(
  context: Context,
  actor: Actor,
  articleId: string,
  { spans }: z.output<typeof spansInput>,
): Promise<Result<{ readonly runs: readonly NamedRun[] }>> {
  const opened = await openArticle(context, actor, articleId, 'read')
  if (!opened.ok) return opened
  return served(async () => {
    const runs = await context.collab.whoWrote(articleId, spans)
    const people = new Map((await listPeople(context.db)).map(({ id, name }) => [id, name]))
    return ok({
      runs: runs.map((run) => ({ ...run, personName: people.get(run.personId) ?? 'Somebody' })),
    })
  })
}
