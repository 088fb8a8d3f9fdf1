'use client'
import { useState } from 'react'
import { MoveDialog } from '#components/publication/move-dialog.tsx'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions, ArticleModel } from './model.ts'

interface ArchivedNoteProps {
  readonly facts: ArticleModel['facts']
  readonly actions: ArticleActions
}

/** By whom, when and why the article was archived, for everybody who opens it; and the way back. */
export function ArchivedNote({ facts, actions }: ArchivedNoteProps) {
  const { state, archived, rights, versions } = facts
  const [isAsking, setAsking] = useState(false)
  if (state !== 'archived') return null
  const version = versions.at(-1)?.number ?? null
  return (
    <section className="trouble archived" aria-label="Archived">
      <p>
        {archived ? (
          <>
            Archived by <bdi>{archived.personName}</bdi>, <When at={archived.at} />.
            {archived.note && (
              <>
                {' '}
                <q className="more" dir="auto">
                  {archived.note}
                </q>
              </>
            )}
          </>
        ) : (
          'Archived.'
        )}{' '}
        <span className="more">
          It can be read, not changed.
          {version !== null && ' Its versions stay public.'}
        </span>
      </p>
      {(rights.move || rights.archive) && (
        <button type="button" className="btn sm" onClick={() => setAsking(true)}>
          Take back
        </button>
      )}
      {isAsking && (
        <MoveDialog
          {...{ from: state, to: archived?.from ?? 'draft', actions, version }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
