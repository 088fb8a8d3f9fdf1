import { useTranslations } from 'next-intl'
import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { PRIMACIES, type Source } from '#lib/domain/sourcing/source.ts'

export interface SourceFieldsProps {
  /** What the fields begin with: a source that is there, or what is known of a new one. */
  readonly source: Partial<Source> | null
  readonly errorOf: (field: string) => string | null
}

/** How far a source carries: what the suggested confidence is counted from. */
export function CarryFields({ source, errorOf }: SourceFieldsProps) {
  const t = useTranslations('sourceForm')
  const terms = useTranslations('sourceTerms')
  const primacies = [
    ['', t('noPrimacy')],
    ...PRIMACIES.map((primacy) => [primacy, terms(`primacy.${primacy}`)] as const),
  ] as const
  return (
    <>
      <TextInput
        label={t('field.reliabilityReason')}
        name="reliabilityReason"
        optional
        maxLength={500}
        defaultValue={source?.reliabilityReason ?? ''}
        error={errorOf('reliabilityReason')}
      />
      <div className="two">
        <Choice
          label={t('field.primacy')}
          name="primacy"
          options={primacies}
          defaultValue={source?.primacy ?? ''}
        />
        <TextInput
          label={t('field.origin')}
          name="origin"
          optional
          hint={t('hint.origin')}
          maxLength={300}
          defaultValue={source?.origin ?? ''}
          error={errorOf('origin')}
        />
      </div>
    </>
  )
}
