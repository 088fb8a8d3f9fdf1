'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Moment } from '#lib/domain/history/moments.ts'
import { MomentBody } from './moment-text.tsx'
import { countWords, timeOf, titleOf } from './moment-words.ts'
import { NameForm } from './name-form.tsx'
import type { History } from './use-history.ts'
import { useHistoryWords } from './use-history-words.ts'
import { type Against, useMoment } from './use-moment.ts'

interface MomentPaneProps {
  readonly history: History
  readonly moment: Moment
  /** Somebody came to see what has gone since. */
  readonly isAskedFor?: boolean
  readonly mayName: boolean
  /** Null: nothing is restored by this person, or now. */
  readonly onRestore: ((blockId?: string) => void) | null
}

/** The article at the chosen moment, and what can be done with it. */
export function MomentPane(props: MomentPaneProps) {
  const { history, moment, isAskedFor = false, mayName, onRestore } = props
  const words = useHistoryWords()
  const { t } = words
  const ui = useTranslations('ui')
  const [against, setAgainst] = useState<Against>(isAskedFor ? 'now' : 'before')
  const { head, names } = history.listed
  const { read, again } = useMoment(history.api, moment, against, head)
  const isNow = moment.seq === head
  return (
    <>
      <header className="moment-head">
        <h2 dir="auto">{titleOf(words, moment, names)}</h2>
        <p className="muted">
          {isNow ? t('asItIsNow', { time: timeOf(words, moment) }) : timeOf(words, moment)}
        </p>
        <div className="moment-tools">
          {onRestore && !isNow && (
            <button type="button" className="btn primary" onClick={() => onRestore()}>
              {t('restore')} <KeyOf command="restore" />
            </button>
          )}
          <label className="density">
            <span className="muted">{t('comparedWith')}</span>
            <select
              className="select sm"
              value={against}
              onChange={(event) => setAgainst(event.target.value as Against)}
            >
              <option value="before">{t('against.before')}</option>
              <option value="now">{t('against.now')}</option>
            </select>
          </label>
          {mayName && <NameForm key={moment.seq} history={history} moment={moment} />}
        </div>
      </header>
      {read.kind === 'loading' && (
        <p className="muted" role="status">
          {t('opening')}
        </p>
      )}
      {read.kind === 'failed' && (
        <Notice tone="bad">
          {read.message}{' '}
          <button type="button" className="btn sm" onClick={again}>
            {ui('tryAgain')}
          </button>
        </Notice>
      )}
      {read.kind === 'ready' && (
        <>
          <p className="moment-counts" role="status">
            {read.text.comparison && countWords(words, read.text.comparison.counts)}
          </p>
          <MomentBody text={read.text} onRestore={isNow ? null : onRestore} />
        </>
      )}
    </>
  )
}
