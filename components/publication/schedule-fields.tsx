import { useState } from 'react'
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
  const time = useTimeWords()
  return (
    <fieldset>
      <legend>When?</legend>
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
            <b>Now</b>
            <small>Readers have it at once</small>
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
            <b>At a set time</b>
            <small>If nothing is in the way then</small>
          </span>
        </label>
      </div>
      {value !== null && (
        <Field label="Date and time" hint={`In your time zone, ${time.zone(new Date())}.`}>
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
  const time = useTimeWords()
  const { at, personName, failure } = schedule
  const [error, setError] = useState<string | null>(null)
  const cancel = async () => {
    const answer = await actions.cancelSchedule()
    if (!answer.ok) return setError(answer.message)
    actions.announce(failure === null ? 'The time is cancelled.' : 'Put out of sight.')
  }
  return (
    <Notice tone={failure === null ? 'plain' : 'bad'}>
      {failure === null ? (
        <p>
          To be published on <time dateTime={at}>{time.appointed(at)}</time>, set by{' '}
          <bdi>{personName}</bdi>. You can publish it now instead, or set another time.
        </p>
      ) : (
        <p>
          It was not published on <time dateTime={at}>{time.appointed(at)}</time>: {failure} Clear
          what is in the way, then publish it or set another time.
        </p>
      )}
      {error && <p className="err">{error}</p>}
      <button type="button" className="btn sm" onClick={() => void cancel()}>
        {failure === null ? 'Cancel the time' : 'Understood'}
      </button>
    </Notice>
  )
}
