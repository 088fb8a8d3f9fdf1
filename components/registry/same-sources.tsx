'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'
import { type FoundDuplicate, registryApi } from '#lib/collab/browser/registry-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { MATCH_WORDS } from './match-words.ts'
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
  const [merging, setMerging] = useState<Source | null>(null)
  const [trouble, setTrouble] = useState('')
  const router = useRouter()
  const undo = async ({ id, title }: ShownMerge) => {
    const answer = await registryApi.undo(source.id, id)
    setTrouble(answer.ok ? '' : answer.message)
    if (answer.ok) announce(`${title} is a source of its own again.`)
    router.refresh()
  }
  if (!duplicates.length && !merges.length) return null
  return (
    <section aria-labelledby="same">
      <h2 id="same">The same source</h2>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      <ul className="same-list">
        {duplicates.map(({ source: other, match }) => (
          <li key={other.id}>
            <span>
              <Link href={`/sources/${other.id}`}>
                <bdi>{other.title}</bdi>
              </Link>{' '}
              <span className="muted">{MATCH_WORDS[match]}</span>
            </span>
            <button type="button" className="btn sm" onClick={() => setMerging(other)}>
              Merge into this one…<span className="vh"> {other.title}</span>
            </button>
          </li>
        ))}
        {merges.map((merge) => (
          <li key={merge.id}>
            <span>
              <bdi>{merge.title}</bdi>{' '}
              <span className="muted">
                merged by <bdi>{merge.personName}</bdi>, <When at={merge.at} />
              </span>
            </span>
            {merge.mayUndo && (
              <button type="button" className="btn sm" onClick={() => void undo(merge)}>
                Undo<span className="vh"> the merge of {merge.title}</span>
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
            announce(`${merging.title} merged.`)
            setMerging(null)
            router.refresh()
          }}
        />
      )}
    </section>
  )
}
