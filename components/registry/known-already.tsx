'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { hidden } from '#components/ui/hidden.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { FoundDuplicate } from '#lib/collab/browser/registry-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'

interface KnownAlreadyProps {
  readonly found: readonly FoundDuplicate[]
  /** Takes one where the source is wanted; absent: its page is opened. */
  readonly onUse?: (source: Source) => void
}

/** What is there already: Enter takes the first, going on makes another. */
export function KnownAlready({ found, onUse }: KnownAlreadyProps) {
  const t = useTranslations('sourceForm')
  const first = useRef<HTMLAnchorElement & HTMLButtonElement>(null)
  const isShown = found.length > 0
  useEffect(() => {
    if (isShown) first.current?.focus()
  }, [isShown])
  if (!isShown) return null
  const isSure = found.some(({ match }) => match !== 'alike')
  // The same bytes are no other edition.
  const mayBeEdition = found.some(({ match }) => match !== 'alike' && match !== 'file')
  return (
    <>
      <Notice>
        <p>{t(isSure ? 'alreadyThere' : 'isItOne')}</p>
        <ul className="same-list">
          {found.map(({ source, match }, at) => (
            <li key={source.id}>
              <span>
                <bdi>{source.title}</bdi> <span className="muted">{t(`match.${match}`)}</span>
              </span>
              {onUse ? (
                <button
                  type="button"
                  ref={at ? null : first}
                  className="btn sm"
                  onClick={() => onUse(source)}
                >
                  {t.rich('useIt', { title: source.title, hidden })}
                </button>
              ) : (
                <Link ref={at ? null : first} className="btn sm" href={`/sources/${source.id}`}>
                  {t.rich('useIt', { title: source.title, hidden })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Notice>
      {mayBeEdition && (
        <TextInput
          label={t('edition')}
          name="edition"
          optional
          hint={t('editionHint')}
          maxLength={100}
        />
      )}
    </>
  )
}
