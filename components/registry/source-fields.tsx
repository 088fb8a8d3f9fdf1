'use client'

import { useTranslations } from 'next-intl'
import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { RELIABILITIES, SOURCE_KINDS, TERMS } from '#lib/domain/sourcing/source.ts'
import { CarryFields, type SourceFieldsProps } from './carry-fields.tsx'
import { DetailsButton } from './details-button.tsx'
import { InterviewFields } from './interview-fields.tsx'
import { PublicationFields } from './publication-fields.tsx'

/** What the registry keeps of a source. */
export function SourceFields(props: SourceFieldsProps) {
  const { source, errorOf } = props
  const t = useTranslations('sourceForm')
  const terms = useTranslations('sourceTerms')
  const kinds = SOURCE_KINDS.map((kind) => [kind, terms(`kind.${kind}`)] as const)
  const reliabilities = RELIABILITIES.map((grade) => {
    const words = terms(`reliability.${grade}`)
    return [grade, terms('graded', { grade, words })] as const
  })
  return (
    <>
      <div className="two">
        <Choice
          label={t('field.kind')}
          name="kind"
          options={kinds}
          defaultValue={source?.kind ?? 'webPage'}
        />
        <Choice
          label={t('field.reliability')}
          name="reliability"
          options={reliabilities}
          defaultValue={source?.reliability ?? 'F'}
        />
      </div>
      <TextInput
        label={t('field.title')}
        name="title"
        hint={t('hint.title')}
        required
        maxLength={300}
        defaultValue={source?.title ?? ''}
        error={errorOf('title')}
      />
      <ReaderFields {...props} />
      <PublicationFields {...props} />
      <TermsFields {...props} />
      <CarryFields {...props} />
      <InterviewFields {...props} />
    </>
  )
}

/** What readers are told. A change here ends the approvals that rest on the source. */
function ReaderFields({ source, errorOf }: SourceFieldsProps) {
  const t = useTranslations('sourceForm')
  return (
    <>
      <TextInput
        label={t('field.publicName')}
        name="publicName"
        optional
        hint={t('hint.publicName')}
        maxLength={300}
        defaultValue={source?.publicName ?? ''}
        error={errorOf('publicName')}
      />
      <TextInput
        label={t('field.description')}
        name="description"
        optional
        hint={t('hint.description')}
        maxLength={1000}
        defaultValue={source?.description ?? ''}
        error={errorOf('description')}
      />
      <TextInput
        label={t('field.url')}
        name="url"
        inputMode="url"
        optional
        placeholder="https://"
        maxLength={2000}
        defaultValue={source?.url ?? ''}
        error={errorOf('url')}
      />
      {!source?.id && <DetailsButton />}
    </>
  )
}

function TermsFields({ source, errorOf }: SourceFieldsProps) {
  const t = useTranslations('sourceForm')
  const words = useTranslations('sourceTerms.terms')
  const terms = TERMS.map((each) => [each, words(each)] as const)
  return (
    <div className="two">
      <Choice
        label={t('field.terms')}
        name="terms"
        options={terms}
        defaultValue={source?.terms ?? 'onRecord'}
        hint={t('hint.terms')}
      />
      <TextInput
        label={t('field.wording')}
        name="wording"
        optional
        hint={t('hint.wording')}
        maxLength={300}
        defaultValue={source?.wording ?? ''}
        error={errorOf('wording')}
      />
    </div>
  )
}
