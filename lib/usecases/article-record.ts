import type { Actor } from '#lib/domain/access/policy.ts'
import { ok } from '#lib/domain/shared/result.ts'
import type { Context } from './context.ts'
import { findWarnings } from './find-warnings.ts'
import { tagOf } from './resource-tags.ts'
import { showArticle } from './show-article.ts'

/** An article as other systems get it, and a tag that moves with its log, its state, and all that is said here [API5]. */
export async function articleRecord(context: Context, actor: Actor, id: string) {
  const shown = await showArticle(context, actor, id)
  if (!shown.ok) return shown
  const { article, assessment, plan, schedule, seq } = shown.value
  const { slug, state, title, lang } = article
  const { byline, section, dateline } = assessment.content.meta
  const record = {
    ...{ id, slug, state, title, lang, byline, section, dateline, ...plan, schedule },
    ...{ coverage: assessment.coverage, blockers: assessment.blockers },
    warnings: await findWarnings(context, assessment),
  }
  return ok({ value: record, tag: `${seq}-${state}-${tagOf(record)}` })
}
