import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { MEDIA, PRIMACIES, type Source } from '#lib/domain/sourcing/source.ts'
import { MEDIUM_WORDS, PRIMACY_WORDS } from './words.ts'

export interface SourceFieldsProps {
  /** What the fields begin with: a source that is there, or what is known of a new one. */
  readonly source: Partial<Source> | null
  readonly errorOf: (field: string) => string | null
}

const primacies = [
  ['', 'Nobody said'],
  ...PRIMACIES.map((primacy) => [primacy, PRIMACY_WORDS[primacy]] as const),
] as const
const media = [
  ['', 'There was none'],
  ...MEDIA.map((medium) => [medium, MEDIUM_WORDS[medium]] as const),
] as const

/** How far a source carries: what the suggested confidence is counted from. */
export function CarryFields({ source, errorOf }: SourceFieldsProps) {
  return (
    <>
      <TextInput
        label="Why this reliability"
        name="reliabilityReason"
        optional
        maxLength={500}
        defaultValue={source?.reliabilityReason ?? ''}
        error={errorOf('reliabilityReason')}
      />
      <div className="two">
        <Choice
          label="Primary or secondary"
          name="primacy"
          options={primacies}
          defaultValue={source?.primacy ?? ''}
        />
        <TextInput
          label="Repeats"
          name="origin"
          optional
          hint="The wire, release or study that it passes on. Sources of one origin count once."
          maxLength={300}
          defaultValue={source?.origin ?? ''}
          error={errorOf('origin')}
        />
      </div>
    </>
  )
}

/** How one spoke with it. Nothing of it is published. */
export function InterviewFields({ source, errorOf }: SourceFieldsProps) {
  const interview = source?.interview ?? null
  return (
    <details className="more-fields" open={interview !== null}>
      <summary>Interview</summary>
      <div className="two">
        <Choice
          label="How it was held"
          name="interviewMedium"
          options={media}
          defaultValue={interview?.medium ?? ''}
        />
        <TextInput
          label="Day"
          name="interviewDate"
          type="date"
          optional
          defaultValue={interview?.date ?? ''}
          error={errorOf('interview')}
        />
      </div>
      <TextInput
        label="Who was there"
        name="interviewPresent"
        optional
        maxLength={500}
        defaultValue={interview?.present ?? ''}
      />
      <TextInput
        label="Recording"
        name="interviewRecording"
        optional
        hint="Where it is kept. Of a confidential source, lock the file itself up on the page of the source."
        maxLength={500}
        defaultValue={interview?.recording ?? ''}
      />
    </details>
  )
}
