'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { hidden } from '#components/ui/hidden.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import { type FoundDuplicate, registryApi } from '#lib/collab/browser/registry-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { MergeDialog } from './merge-dialog.tsx'

/** A merge that stands, as the page shows it. */
export interface ShownMerge {
  readonly id: string
  readonly title: string
  readonly personName: string
  readonly at: string
  readonly mayUndo: boolean
}

interface SameSourcesProps {
  readonly source: Source
  readonly duplicates: readonly FoundDuplicate[]
  readonly merges: readonly ShownMerge[]
}

/** Records that may be this one, to be merged by a person, and those that were. */
export function SameSources({ source, duplicates, merges }: SameSourcesProps) {
  const t = useTranslations('registry')
  const match = useTranslations('sourceForm.match')
  const [merging, setMerging] = useState<Source | null>(null)
  const [trouble, setTrouble] = useState('')
  const router = useRouter()
  const undo = async ({ id, title }: ShownMerge) => {
    const answer = await registryApi.undo(source.id, id)
    setTrouble(answer.ok ? '' : answer.message)
    if (answer.ok) announce(t('saysUndone', { title }))
    router.refresh()
  }
  if (!duplicates.length && !merges.length) return null
  return (
    <section aria-labelledby="same">
      <h2 id="same">{t('same')}</h2>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      <ul className="same-list">
        {duplicates.map(({ source: other, match: kind }) => (
          <li key={other.id}>
            <span>
              <Link href={`/sources/${other.id}`}>
                <bdi>{other.title}</bdi>
              </Link>{' '}
              <span className="muted">{match(kind)}</span>
            </span>
            <button type="button" className="btn sm" onClick={() => setMerging(other)}>
              {t.rich('mergeInto', { title: other.title, hidden })}
            </button>
          </li>
        ))}
        {merges.map((merge) => (
          <li key={merge.id}>
            <span>
              <bdi>{merge.title}</bdi>{' '}
              <span className="muted">
                {t.rich('mergedBy', {
                  name: merge.personName,
                  who: (name) => <bdi>{name}</bdi>,
                  when: () => <When at={merge.at} />,
                })}
              </span>
            </span>
            {merge.mayUndo && (
              <button type="button" className="btn sm" onClick={() => void undo(merge)}>
                {t.rich('undo', { title: merge.title, hidden })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {merging && (
        <MergeDialog
          into={source}
          from={merging}
          onClose={() => setMerging(null)}
          onMerged={() => {
            announce(t('saysMerged', { title: merging.title }))
            setMerging(null)
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
