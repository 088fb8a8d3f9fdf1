'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useId, useRef, useState } from 'react'
import { ChangedMeanwhile, type ShownChange } from '#components/ui/changed-meanwhile.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import {
  EDITED_RIGHTS,
  type EditedPerson,
  type EditedRight,
  editedPerson,
} from '#lib/domain/access/edited-person.ts'
import { changesBetween } from '#lib/domain/shared/changes-meanwhile.ts'
import type { Colleague } from './person-model.ts'
import { RoleFields } from './role-fields.tsx'

/** The value: how the person is, when that is not what the form showed; nothing is saved then. */
export type ChangeAction = (form: FormData) => Promise<Outcome<EditedPerson | null>>

interface ChangePersonProps {
  readonly person: Colleague
  readonly you: boolean
  readonly action: ChangeAction
}

/** Roles of a person; disables them, or lets them in again. */
export function ChangePerson({ person, you, action }: ChangePersonProps) {
  const t = useTranslations('people')
  const [isOpen, setOpen] = useState(false)
  // As they were when the form was opened: the page may have been read anew since.
  const [opened, setOpened] = useState(person)
  const open = () => {
    setOpened(person)
    setOpen(true)
  }
  return (
    <>
      <button
        type="button"
        className="btn quiet sm"
        aria-label={t('changePerson', { name: person.name })}
        onClick={open}
      >
        {t('change')}
      </button>
      {isOpen && (
        <PersonDialog {...{ person: opened, you, action }} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function PersonDialog({ person, you, action, onClose }: ChangePersonProps & { onClose(): void }) {
  const t = useTranslations('people')
  const id = useId()
  const fields = useRef<HTMLFormElement>(null)
  const { seen, changes, take } = useSeen(person, fields)
  const form = useSubmit(action, (now) => (now ? take(now) : onClose()))
  const carried = { person, seen, form }
  return (
    <Dialog
      title={person.name}
      note={person.email}
      isOpen
      onClose={onClose}
      footer={
        <>
          {!you && <Disabling {...carried} />}
          {!you && <Resetting {...carried} />}
          <FormButtons
            formId={id}
            pending={form.pending}
            words={t('saveRoles')}
            onClose={onClose}
          />
        </>
      }
    >
      <form id={id} ref={fields} className="form" onSubmit={form.onSubmit}>
        {form.general && <Notice tone="bad">{form.general}</Notice>}
        {changes.length > 0 && <ChangedMeanwhile what={t('thisPerson')} changes={changes} />}
        <Carried person={person} seen={seen} />
        <RoleFields roles={person.roles} chief={person.chief} error={form.errorOf('roles')} />
      </form>
    </Dialog>
  )
}

/** What an administrator changes, and how it stands, in words. */
function useRightWords() {
  const t = useTranslations('people')
  const roles = useTranslations('roles')
  const labelOf = (right: EditedRight) => {
    if (right === 'account') return t('account')
    return right === 'chief' ? roles('chief') : roles(`name.${right}`)
  }
  const heldWords = (held: string) => {
    const known = HELD.find((each) => each === held)
    return known ? t(`held.${known}`) : held
  }
  return { labelOf, heldWords }
}

const HELD = ['given', 'not given', 'active', 'disabled'] as const

/** What whoever changes has seen of the person. What changed meanwhile goes into the boxes: a box that differs was not touched [ACC9]. */
function useSeen(person: Colleague, form: RefObject<HTMLFormElement | null>) {
  const { labelOf, heldWords } = useRightWords()
  const [seen, setSeen] = useState(() => editedPerson(person))
  const [changes, setChanges] = useState<readonly ShownChange[]>([])
  const take = (now: EditedPerson) => {
    const found = changesBetween(EDITED_RIGHTS, seen, now)
    for (const { field, now: value } of found) {
      const box = form.current?.querySelector<HTMLInputElement>(
        field === 'chief' ? '[name=chief]' : `[name=roles][value=${field}]`,
      )
      if (box) box.checked = value === 'given'
    }
    setChanges(
      found.map((change) => ({
        label: labelOf(change.field),
        seen: heldWords(change.seen),
        now: heldWords(change.now),
        isTyped: false,
      })),
    )
    setSeen(now)
  }
  return { seen, changes, take }
}

interface CarriedProps {
  readonly person: Colleague
  readonly seen: EditedPerson
}

function Carried({ person, seen }: CarriedProps) {
  return (
    <>
      <input type="hidden" name="id" value={person.id} />
      <input type="hidden" name="seen" value={JSON.stringify(seen)} />
    </>
  )
}

type ActProps = CarriedProps & { readonly form: ReturnType<typeof useSubmit<EditedPerson | null>> }

/** For who has lost their phone, or has another account at the provider. */
function Resetting({ person, seen, form }: ActProps) {
  const t = useTranslations('people')
  return (
    <form onSubmit={form.onSubmit}>
      <Carried person={person} seen={seen} />
      <input type="hidden" name="resetSignIn" value="yes" />
      <button
        type="submit"
        className="btn"
        aria-disabled={form.pending}
        title={t('resetSignInMeans')}
      >
        {t('resetSignIn')}
      </button>
    </form>
  )
}

function Disabling({ person, seen, form }: ActProps) {
  const t = useTranslations('people')
  const disabled = seen.account === 'disabled'
  return (
    <form onSubmit={form.onSubmit}>
      <Carried person={person} seen={seen} />
      <input type="hidden" name="disabled" value={disabled ? 'no' : 'yes'} />
      <button
        type="submit"
        className={`btn ${disabled ? '' : 'danger'}`}
        aria-disabled={form.pending}
      >
        {disabled ? t('letSignIn') : t('disable')}
      </button>
    </form>
  )
}
