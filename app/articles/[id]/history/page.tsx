import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireIdentity } from '#app/identity.ts'
import { titled } from '#app/titled.ts'
import { HistoryView } from '#components/history/history-view.tsx'
import { serverContext } from '#lib/usecases/context.ts'
import { articleFacts } from '#lib/usecases/show-article.ts'

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | readonly string[]>>>
}

export const generateMetadata = () => titled('history')

export default async function HistoryPage({ params, searchParams }: Props) {
  const { id } = await params
  const { annotation = [], block, text, at, on } = await searchParams
  const { actor } = await requireIdentity(`/articles/${id}/history`)
  const facts = await articleFacts(serverContext(), actor, id)
  if (!facts.ok) notFound()
  const { title, state, rights } = facts.value
  const isOpen = state !== 'archived' && state !== 'retracted'
  const sentence = {
    annotationIds: typeof annotation === 'string' ? [annotation] : annotation,
    blockId: typeof block === 'string' ? block : '',
    text: typeof text === 'string' ? text : '',
  }
  const t = await getTranslations('pages')
  const isOfSentence = sentence.text !== '' || sentence.annotationIds.length > 0
  return (
    <HistoryView
      articleId={id}
      title={title || t('untitled')}
      mayName={rights.write}
      mayRestore={rights.write && isOpen}
      sentence={isOfSentence ? sentence : null}
      at={rowOf(at)}
      on={typeof on === 'string' && !Number.isNaN(Date.parse(on)) ? on : null}
    />
  )
}

/** A row of the log that an address names. */
function rowOf(value: string | readonly string[] | undefined): number | null {
  const row = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0
  return row > 0 ? row : null
}
