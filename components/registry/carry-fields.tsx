import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { PRIMACIES, type Source } from '#lib/domain/sourcing/source.ts'
import { PRIMACY_WORDS } from './words.ts'

export interface SourceFieldsProps {
  /** What the fields begin with: a source that is there, or what is known of a new one. */
  readonly source: Partial<Source> | null
  readonly errorOf: (field: string) => string | null
}

const primacies = [
  ['', 'Nobody said'],
  ...PRIMACIES.map((primacy) => [primacy, PRIMACY_WORDS[primacy]] as const),
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
