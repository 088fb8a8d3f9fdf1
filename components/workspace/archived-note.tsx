'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { MoveDialog } from '#components/publication/later-dialogs.tsx'
import { When } from '#components/ui/when.tsx'
import type { Archival } from '#lib/domain/review/states.ts'
import type { ArticleActions, ArticleModel } from './model.ts'

interface ArchivedNoteProps {
  readonly facts: ArticleModel['facts']
  readonly actions: ArticleActions
}

/** By whom, when and why the article was archived, for everybody who opens it; and the way back. */
export function ArchivedNote({ facts, actions }: ArchivedNoteProps) {
  const t = useTranslations('workspace')
  const { state, archived, rights, versions } = facts
  const [isAsking, setAsking] = useState(false)
  if (state !== 'archived') return null
  const version = versions.at(-1)?.number ?? null
  return (
    <section className="trouble archived" aria-label={t('archivedLabel')}>
      <p>
        {archived ? <ByWhom archived={archived} /> : t('archived')}{' '}
        <span className="more">{version === null ? t('canBeRead') : t('canBeReadVersions')}</span>
      </p>
      {(rights.move || rights.archive) && (
        <button type="button" className="btn sm" onClick={() => setAsking(true)}>
          {t('takeBack')}
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

function ByWhom({ archived: { personName: name, at, note } }: { readonly archived: Archival }) {
  const t = useTranslations('workspace')
  const who = (text: ReactNode) => <bdi>{text}</bdi>
  const when = () => <When at={at} />
  if (!note) return t.rich('archivedBy', { name, who, when })
  const said = (text: ReactNode) => (
    <q className="more" dir="auto">
      {text}
    </q>
  )
  return t.rich('archivedWithNote', { name, note, who, when, said })
}
