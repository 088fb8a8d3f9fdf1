'use client'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { DiffSegments, DiffText } from '#components/review/diff-text.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { checkPassage } from '#lib/domain/sourcing/passage.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { CapturedIndex } from './captured-index.ts'
import { editedSegments, pageOfCheck, useCheckWords } from './check-words.ts'
import { useCaptured } from './use-captured.ts'

interface PassageCheckProps {
  readonly source: Source
  readonly quote: string
  /** Takes the words of the source; null: nothing is being written here. */
  readonly onTake: ((words: string) => void) | null
  /** Offers the page that it was found on as the place; null: it cannot be written, or stands there already. */
  readonly offerOf?: (page: string) => (() => void) | null
}

/** Whether the passage stands in what was captured of the source; while it is written, with every key. */
export function PassageCheck({ source, quote, onTake, offerOf }: PassageCheckProps) {
  const t = useTranslations('citing')
  const { captured, isBusy, trouble, take } = useCaptured(source.id)
  const latest = useDeferredValue(quote)
  if (captured === null || captured === 'failed') {
    if (!onTake) return null
    return <p className="small muted">{captured ? t('check.notCome') : t('check.opening')}</p>
  }
  if (captured !== 'none')
    return latest.trim() ? <Verdict {...{ captured, quote: latest, onTake, offerOf }} /> : null
  if (!onTake) return null
  return (
    <div className="passage-check">
      <p className="small muted">{trouble || t('check.nothingCaptured')}</p>
      {source.url && /^https?:/i.test(source.url) && (
        <button type="button" className="btn sm" aria-disabled={isBusy} onClick={take}>
          {isBusy ? t('check.capturing') : t('check.capture')}
        </button>
      )}
    </div>
  )
}

interface VerdictProps extends Pick<PassageCheckProps, 'quote' | 'onTake'> {
  readonly captured: CapturedIndex
  readonly offerOf: PassageCheckProps['offerOf'] | undefined
}

const ICONS = { found: 'check', edited: 'check', differs: 'warn', notFound: 'miss' } as const

function Verdict({ captured, quote, onTake, offerOf }: VerdictProps) {
  const t = useTranslations('citing')
  const checkWords = useCheckWords()
  const { capture, index } = captured
  const check = useMemo(() => checkPassage(index, quote), [index, quote])
  if (!check) return null
  const page = pageOfCheck(check, capture)
  return (
    <div className="passage-check" data-check={check.kind}>
      <p role={onTake ? 'status' : undefined}>
        <Icon name={ICONS[check.kind]} />
        <span>{checkWords(check, capture)}</span>
      </p>
      {check.kind === 'edited' && (
        <p className="serif" dir="auto">
          <DiffSegments segments={editedSegments(t, check.pieces)} />
        </p>
      )}
      {check.kind === 'differs' && (
        <>
          <p className="serif" dir="auto">
            <DiffText before={check.as} after={quote} />
          </p>
          {onTake && (
            <button type="button" className="btn sm" onClick={() => onTake(check.as)}>
              {t('check.takeWords')}
            </button>
          )}
        </>
      )}
      {page && <PageOffer page={page} onWrite={offerOf?.(page) ?? null} />}
    </div>
  )
}

/** Written by a person's click or key, never by itself. */
function PageOffer({ page, onWrite }: { page: string; onWrite: (() => void) | null }) {
  const t = useTranslations('citing')
  if (!onWrite) return null
  return (
    <button
      type="button"
      className="btn sm"
      data-page-offer
      aria-keyshortcuts="Alt+P"
      onClick={onWrite}
    >
      {t('check.writePage', { page })}{' '}
      <span aria-hidden="true">
        <KeyOf command="placeOfPassage" />
      </span>
    </button>
  )
}
