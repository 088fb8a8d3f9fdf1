import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useTimeWords } from '#components/ui/time-words.ts'
import type { ArticleActions } from '#components/workspace/model.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'

interface WhenFieldsProps {
  /** What the field holds; null: now. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** Now, or at a time in the zone of whoever sets it. */
export function WhenFields({ value, onChange }: WhenFieldsProps) {
  const t = useTranslations('publishing')
  const time = useTimeWords()
  return (
    <fieldset>
      <legend>{t('when')}</legend>
      <div className="radios">
        <label>
          <input
            type="radio"
            name="when"
            value="now"
            checked={value === null}
            onChange={() => onChange(null)}
          />
          <span>
            <b>{t('now')}</b>
            <small>{t('nowMeans')}</small>
          </span>
        </label>
        <label>
          <input
            type="radio"
            name="when"
            value="later"
            checked={value !== null}
            onChange={() => onChange(value ?? '')}
          />
          <span>
            <b>{t('later')}</b>
            <small>{t('laterMeans')}</small>
          </span>
        </label>
      </div>
      {value !== null && (
        <Field label={t('dateAndTime')} hint={t('inZone', { zone: time.zone(new Date()) })}>
          {(control) => (
            <input
              {...control}
              className="input"
              type="datetime-local"
              name="at"
              required
              value={value}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

interface ScheduleNoticeProps {
  readonly schedule: Schedule
  readonly actions: Pick<ArticleActions, 'cancelSchedule' | 'announce'>
}

/** The time that is set, with a way out of it; or why the last one came to nothing. */
export function ScheduleNotice({ schedule, actions }: ScheduleNoticeProps) {
  const t = useTranslations('publishing')
  const time = useTimeWords()
  const { at, personName, failure } = schedule
  const [error, setError] = useState<string | null>(null)
  const cancel = async () => {
    const answer = await actions.cancelSchedule()
    if (!answer.ok) return setError(answer.message)
    actions.announce(t(failure === null ? 'timeCancelled' : 'putAway'))
  }
  const appointed = {
    at: time.appointed(at),
    time: (words: ReactNode) => <time dateTime={at}>{words}</time>,
  }
  return (
    <Notice tone={failure === null ? 'plain' : 'bad'}>
      <p>
        {failure === null
          ? t.rich('toBePublished', {
              ...appointed,
              name: personName,
              who: (name) => <bdi>{name}</bdi>,
            })
          : t.rich('notPublished', { ...appointed, why: failure })}
      </p>
      {error && <p className="err">{error}</p>}
      <button type="button" className="btn sm" onClick={() => void cancel()}>
        {t(failure === null ? 'cancelTime' : 'understood')}
      </button>
    </Notice>
  )
}
