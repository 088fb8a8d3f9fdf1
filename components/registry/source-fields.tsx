'use client'

import { Choice } from '#components/ui/choice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { RELIABILITIES, SOURCE_KINDS, TERMS } from '#lib/domain/sourcing/source.ts'
import { CarryFields, type SourceFieldsProps } from './carry-fields.tsx'
import { DetailsButton } from './details-button.tsx'
import { InterviewFields } from './interview-fields.tsx'
import { PublicationFields } from './publication-fields.tsx'
import { KIND_WORDS, RELIABILITY_WORDS, TERMS_WORDS } from './words.ts'

const kinds = SOURCE_KINDS.map((kind) => [kind, KIND_WORDS[kind]] as const)
const terms = TERMS.map((term) => [term, TERMS_WORDS[term]] as const)
const reliabilities = RELIABILITIES.map(
  (grade) => [grade, `${grade} · ${RELIABILITY_WORDS[grade]}`] as const,
)

/** What the registry keeps of a source. */
export function SourceFields(props: SourceFieldsProps) {
  const { source, errorOf } = props
  return (
    <>
      <div className="two">
        <Choice label="Kind" name="kind" options={kinds} defaultValue={source?.kind ?? 'webPage'} />
        <Choice
          label="Reliability"
          name="reliability"
          options={reliabilities}
          defaultValue={source?.reliability ?? 'F'}
        />
      </div>
      <TextInput
        label="Name"
        name="title"
        hint="The newsroom’s own name for it; readers do not see it."
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
  return (
    <>
      <TextInput
        label="Public name"
        name="publicName"
        optional
        hint="As readers see it. Left empty, the name is used."
        maxLength={300}
        defaultValue={source?.publicName ?? ''}
        error={errorOf('publicName')}
      />
      <TextInput
        label="Description"
        name="description"
        optional
        hint="A line for readers: author, publisher, date."
        maxLength={1000}
        defaultValue={source?.description ?? ''}
        error={errorOf('description')}
      />
      <TextInput
        label="Address"
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
  return (
    <div className="two">
      <Choice
        label="Terms"
        name="terms"
        options={terms}
        defaultValue={source?.terms ?? 'onRecord'}
        hint="On background, readers are told the agreed wording and never the name. Deep background and off the record are not published."
      />
      <TextInput
        label="Agreed wording"
        name="wording"
        optional
        hint="How the source asked to be named."
        maxLength={300}
        defaultValue={source?.wording ?? ''}
        error={errorOf('wording')}
      />
    </div>
  )
}
