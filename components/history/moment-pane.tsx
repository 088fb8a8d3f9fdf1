'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Moment } from '#lib/domain/history/moments.ts'
import { MomentBody } from './moment-text.tsx'
import { countWords, type Names, timeOf, titleOf } from './moment-words.ts'
import { NameForm } from './name-form.tsx'
import type { History, HistoryEntry } from './use-history.ts'
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
  const { head, names, entries } = history.listed
  const others = othersOf(entries, moment)
  const isThere = typeof against === 'string' || others.some(({ seq }) => seq === against)
  const compared = isThere ? against : 'before'
  const { read, again } = useMoment(history.api, moment, compared, head)
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
          <Compared {...{ others, names }} with={compared} onChoose={setAgainst} />
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

interface ComparedProps {
  readonly others: readonly Moment[]
  readonly names: Names
  readonly with: Against
  readonly onChoose: (against: Against) => void
}

/** What the moment is compared with: the one before, the article now, or any other of the list. */
function Compared({ others, names, with: against, onChoose }: ComparedProps) {
  const words = useHistoryWords()
  const { t } = words
  return (
    <label className="density">
      <span className="muted">{t('comparedWith')}</span>
      <select
        className="select sm"
        value={against}
        onChange={({ target: { value } }) =>
          onChoose(value === 'before' || value === 'now' ? value : Number(value))
        }
      >
        <option value="before">{t('against.before')}</option>
        <option value="now">{t('against.now')}</option>
        {others.length > 0 && (
          <optgroup label={t('against.another')}>
            {others.map((other) => (
              <option key={other.seq} value={other.seq}>
                {t('otherMoment', {
                  time: timeOf(words, other),
                  title: titleOf(words, other, names),
                })}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  )
}

/** The moments of the list that show another text than this one. Of several after one row the first says it. */
function othersOf(entries: readonly HistoryEntry[], moment: Moment): readonly Moment[] {
  const found = new Map<number, Moment>()
  for (const { moment: other } of entries)
    if (other.seq !== moment.seq && !found.has(other.seq)) found.set(other.seq, other)
  return [...found.values()]
}
