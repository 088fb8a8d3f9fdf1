'use client'
import { useState } from 'react'
import { Choice } from '#components/ui/choice.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { InterviewPart } from '#lib/domain/sourcing/edited-source.ts'
import { type Interview, MEDIA, MOST_INTERVIEWS } from '#lib/domain/sourcing/source.ts'
import type { SourceFieldsProps } from './carry-fields.tsx'
import { PART_LABELS } from './field-words.ts'
import { MEDIUM_WORDS } from './words.ts'

const media = [
  ['', 'There was none'],
  ...MEDIA.map((medium) => [medium, MEDIUM_WORDS[medium]] as const),
] as const

const PLACES = Array.from({ length: MOST_INTERVIEWS }, (_, at) => at)

/** When and how one spoke with it, each time under the terms above. Nothing of it is published. */
export function InterviewFields({ source, errorOf }: SourceFieldsProps) {
  const interviews = source?.interviews ?? []
  const [shown, setShown] = useState(Math.max(1, interviews.length))
  return (
    <details className="more-fields" open={interviews.length > 0}>
      <summary>{interviews.length > 1 ? `${interviews.length} interviews` : 'Interviews'}</summary>
      {PLACES.map((at) => (
        // All stand in the form, so that what somebody else adds meanwhile has its place in it.
        <fieldset key={at} className="interview" hidden={at >= shown}>
          {shown > 1 && <legend>Interview {at + 1}</legend>}
          <OneInterview at={at} interview={interviews[at]} error={errorOf('interviews')} />
        </fieldset>
      ))}
      <p className="hint">
        Each was held under the terms above. What was told under others is a source of its own: tell
        it apart by its edition, and say in both what they repeat, so that they count as one voice.
      </p>
      {shown < MOST_INTERVIEWS && (
        <button type="button" className="btn sm" onClick={() => setShown(shown + 1)}>
          <Icon name="plus" />
          Another interview
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
  const field = (part: InterviewPart) => ({
    label: PART_LABELS[part],
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
        hint="Where it is kept. Of a confidential source, lock the file itself up on the page of the source."
        maxLength={500}
        defaultValue={interview?.recording ?? ''}
      />
      <TextInput
        {...field('Timecodes')}
        optional
        hint="What is told when: 04:10 the order; 12:40 the price."
        maxLength={2000}
        defaultValue={interview?.timecodes ?? ''}
      />
    </>
  )
}
