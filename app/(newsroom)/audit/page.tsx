import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { AuditView } from '#components/audit/audit-view.tsx'
import { TrailState } from '#components/audit/trail-state.tsx'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import {
  type AuditQuery,
  auditQuery,
  browseAudit,
  checkedTrail,
} from '#lib/usecases/browse-audit.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybody } from '#lib/usecases/people.ts'

export const generateMetadata = () => titled('audit')

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** For administrators; for everybody else there is no such page. */
export default async function AuditPage({ searchParams }: { searchParams: Search }) {
  const { actor } = await requireIdentity('/audit')
  if (!mayInHouse(actor, 'seeAudit')) notFound()
  const t = await getTranslations('pages')
  const query = auditQuery.parse(await searchParams)
  const context = serverContext()
  const found = await browseAudit(context, actor, query)
  if (!found.ok) notFound()
  const people = (await everybody(context)).map(({ id, name }) => ({ id, name }))
  const { acts, next } = found.value
  return (
    <AuditView
      acts={acts}
      older={next === null ? null : addressOf(query, next)}
      isFirst={query.before === null}
      people={people}
      chosen={query}
      state={
        <Suspense fallback={<p role="status">{t('checkingRows')}</p>}>
          <State actor={actor} />
        </Suspense>
      }
    />
  )
}

async function State({ actor }: { readonly actor: Actor }) {
  const state = await checkedTrail(serverContext(), actor)
  if (!state.ok) return null
  return <TrailState {...state.value} headsFile={settingsOfProcess().auditHeads} />
}

function addressOf(query: AuditQuery, before: number): string {
  const search = new URLSearchParams({ before: String(before) })
  for (const name of ['person', 'action', 'article', 'from', 'to', 'q'] as const) {
    const value = query[name]
    if (value) search.set(name, value)
  }
  return `/audit?${search}`
}
