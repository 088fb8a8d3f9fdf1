'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '#components/ui/choice.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { InterviewPart } from '#lib/domain/sourcing/edited-source.ts'
import { type Interview, MEDIA, MOST_INTERVIEWS } from '#lib/domain/sourcing/source.ts'
import type { SourceFieldsProps } from './carry-fields.tsx'

const PLACES = Array.from({ length: MOST_INTERVIEWS }, (_, at) => at)

/** When and how one spoke with it, each time under the terms above. Nothing of it is published. */
export function InterviewFields({ source, errorOf }: SourceFieldsProps) {
  const t = useTranslations('sourceForm')
  const interviews = source?.interviews ?? []
  const count = interviews.length
  const [shown, setShown] = useState(Math.max(1, count))
  return (
    <details className="more-fields" open={count > 0}>
      <summary>{count > 1 ? t('interviewCount', { count }) : t('interviews')}</summary>
      {PLACES.map((at) => (
        // All stand in the form, so that what somebody else adds meanwhile has its place in it.
        <fieldset key={at} className="interview" hidden={at >= shown}>
          {shown > 1 && <legend>{t('interview', { number: at + 1 })}</legend>}
          <OneInterview at={at} interview={interviews[at]} error={errorOf('interviews')} />
        </fieldset>
      ))}
      <p className="hint">{t('interviewHint')}</p>
      {shown < MOST_INTERVIEWS && (
        <button type="button" className="btn sm" onClick={() => setShown(shown + 1)}>
          <Icon name="plus" />
          {t('anotherInterview')}
        </button>
      )}
    </details>
  )
}

interface OneInterviewProps {
  readonly at: number
  readonly interview: Interview | undefined
  readonly error: string | null
}

function OneInterview({ at, interview, error }: OneInterviewProps) {
  const t = useTranslations('sourceForm')
  const terms = useTranslations('sourceTerms')
  const media = [
    ['', t('noInterview')],
    ...MEDIA.map((medium) => [medium, terms(`medium.${medium}`)] as const),
  ] as const
  const field = (part: InterviewPart) => ({
    label: t(`part.${part}`),
    name: `interview${at}${part}`,
  })
  return (
    <>
      <div className="two">
        <Choice {...field('Medium')} options={media} defaultValue={interview?.medium ?? ''} />
        <TextInput
          {...field('Date')}
          type="date"
          optional
          defaultValue={interview?.date ?? ''}
          error={error}
        />
      </div>
      <TextInput
        {...field('Present')}
        optional
        maxLength={500}
        defaultValue={interview?.present ?? ''}
      />
      <TextInput
        {...field('Recording')}
        optional
        hint={t('hint.recording')}
        maxLength={500}
        defaultValue={interview?.recording ?? ''}
      />
      <TextInput
        {...field('Timecodes')}
        optional
        hint={t('hint.timecodes')}
        maxLength={2000}
        defaultValue={interview?.timecodes ?? ''}
      />
    </>
  )
}
