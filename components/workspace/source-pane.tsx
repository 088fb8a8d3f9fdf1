'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { placeWords } from '#components/sourcing/evidence-commands.ts'
import { KeyHints } from '#components/sourcing/key-hints.tsx'
import { SentenceList } from '#components/sourcing/sentence-list.tsx'
import type { Sourcing } from '#components/sourcing/use-sourcing.ts'
import { announce } from '#components/ui/announce.ts'
import { hidden } from '#components/ui/hidden.tsx'
import type { Way } from './way.ts'

interface SourcePaneProps {
  readonly sourcing: Sourcing
  readonly current: number
  readonly way: Way
}

/** Source mode: a frame says where the keys go, and the text cannot be hurt by them. */
export function SourcePane({ sourcing, current, way }: SourcePaneProps) {
  const t = useTranslations('workspace')
  const leave = () => way.enter('write')
  useEntering(sourcing)
  return (
    <>
      <div className="source-bar">
        <p>
          <b>{t('sourceMode')}</b> <span>{t('sourceModeMeans')}</span>
        </p>
        <span className="grow" />
        {sourcing.lastStep !== null && (
          <button type="button" className="btn sm" onClick={sourcing.undo}>
            <KeyOf command="takeBack" />{' '}
            {t.rich('takeBackStep', { number: sourcing.lastStep + 1, more: hidden })}
          </button>
        )}
        <button type="button" className="btn sm" onClick={leave}>
          <KeyOf command="leaveSources" /> {t('backToWriting')}
        </button>
      </div>
      <div className="source-scroll">
        {sourcing.statuses.length ? (
          <SentenceList sourcing={sourcing} current={current} onSelect={way.go} onLeave={leave} />
        ) : (
          <p className="source-empty muted">{t('writeFirst')}</p>
        )}
      </div>
      {sourcing.editable && <KeyHints />}
    </>
  )
}

/** Says to those who listen where the keys go now. */
function useEntering({ status, statuses, words }: Sourcing) {
  const t = useTranslations('workspace')
  const isSaid = useRef(false)
  useEffect(() => {
    if (isSaid.current || !status) return
    isSaid.current = true
    announce(t('inSourceMode', { place: placeWords(words, status, statuses.length) }))
  }, [status, statuses, words, t])
}
