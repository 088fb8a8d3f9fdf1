import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type ListedPerson, PeopleList } from '#components/ui/people-list.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import type { OpenedIdentity } from '#lib/collab/browser/vault-api.ts'
import type { Identity } from '#lib/domain/sourcing/identity.ts'
import type { IdentityDesk } from './use-identity.ts'

interface IdentityFormProps {
  readonly desk: IdentityDesk
  readonly people: readonly ListedPerson[]
  readonly readers: readonly string[]
  readonly onClose: () => void
}

/** Locks up who a source is. The browser is told to remember nothing of it. */
export function IdentityForm({ desk, people, readers, onClose }: IdentityFormProps) {
  const t = useTranslations('identity')
  const [chosen, setChosen] = useState(readers)
  const id = useId()
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!(await desk.keep(identityIn(new FormData(event.currentTarget)), chosen))) return
    desk.close()
    onClose()
  }
  return (
    <Dialog
      title={t('formTitle')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={<FormButtons formId={id} pending={desk.isBusy} words={t('lock')} onClose={onClose} />}
    >
      <form id={id} className="form" autoComplete="off" onSubmit={(event) => void send(event)}>
        {desk.trouble && <Notice tone="bad">{desk.trouble}</Notice>}
        <IdentityFields known={desk.opened} />
        <PeopleList
          title={t('mayOpen')}
          hint={t('mayOpenHint')}
          people={people}
          chosen={chosen}
          isFixed={false}
          onChange={setChosen}
        />
      </form>
    </Dialog>
  )
}

function IdentityFields({ known }: { readonly known: OpenedIdentity | null }) {
  const t = useTranslations('identity')
  return (
    <>
      <TextInput
        label={t('realName')}
        name="who"
        required
        maxLength={300}
        defaultValue={known?.name ?? ''}
      />
      <Lines
        label={t('otherNames')}
        name="otherNames"
        values={known?.otherNames}
        hint={t('onePerLine')}
      />
      <Lines
        label={t('contacts')}
        name="contacts"
        values={known?.contacts}
        hint={t('contactsHint')}
      />
      <Lines label={t('note')} name="note" values={known ? [known.note] : []} />
      <Lines
        label={t('harmless')}
        name="harmless"
        values={known?.harmless}
        hint={t('harmlessHint')}
      />
    </>
  )
}

function identityIn(form: FormData): Identity {
  const one = (name: string) => String(form.get(name) ?? '').trim()
  const lines = (name: string) =>
    one(name)
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  return {
    name: one('who'),
    otherNames: lines('otherNames'),
    contacts: lines('contacts'),
    note: one('note'),
    harmless: lines('harmless'),
  }
}

interface LinesProps {
  readonly label: string
  readonly name: string
  readonly values: readonly string[] | undefined
  readonly hint?: string
}

function Lines({ label, name, values, hint }: LinesProps) {
  return (
    <Field label={label} optional {...(hint && { hint })}>
      {(control) => (
        <textarea
          {...control}
          name={name}
          className="input"
          rows={2}
          maxLength={5000}
          defaultValue={values?.join('\n') ?? ''}
        />
      )}
    </Field>
  )
}
