import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireIdentity } from '#app/identity.ts'
import { VersionsView } from '#components/publication/versions-view.tsx'
import { serverContext } from '#lib/usecases/context.ts'
import { versionsOf } from '#lib/usecases/list-versions.ts'
import { takeDown } from './actions.ts'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions')
  return { title: t('title') }
}

export default async function VersionsPage({ params }: Props) {
  const { id } = await params
  const { actor } = await requireIdentity(`/articles/${id}/versions`)
  const found = await versionsOf(serverContext(), actor, id)
  if (!found.ok) notFound()
  const { title, versions, mayTakeDown } = found.value
  const t = await getTranslations('versions')
  return (
    <VersionsView
      articleId={id}
      title={title || t('untitled')}
      versions={versions}
      onTakeDown={mayTakeDown ? takeDown : null}
    />
  )
}
