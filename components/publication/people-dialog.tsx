'use client'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type ListedPerson, PeopleList } from '#components/ui/people-list.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'

export interface PeopleDialogProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly people: readonly ListedPerson[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Who writes the article, and who may see it. Opened anew, it shows what holds. */
export function PeopleDialog({ isOpen, ...props }: PeopleDialogProps) {
  return isOpen ? <OpenPeopleDialog {...props} /> : null
}

function OpenPeopleDialog({ model, actions, people, onClose }: Omit<PeopleDialogProps, 'isOpen'>) {
  const form = usePeopleForm(model.facts, actions, onClose)
  const isFixed = !model.facts.rights.people
  const lists = { people, isFixed }
  return (
    <Dialog
      title="People"
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <Footer isFixed={isFixed} isBusy={form.isBusy} onSave={form.save} onClose={onClose} />
      }
    >
      {form.error && <Notice tone="bad">{form.error}</Notice>}
      {isFixed && (
        <Notice>
          Only editors, administrators and the article’s own writer change who works on it.
        </Notice>
      )}
      <PeopleList
        {...lists}
        title="Assigned"
        hint="Writers who are assigned may write and annotate. Reviewers who are assigned have the turn to review; where none is, every reviewer has."
        chosen={form.assigned}
        onChange={form.setAssigned}
      />
      <RestrictedField value={form.restricted} isFixed={isFixed} onChange={form.setRestricted} />
      {form.restricted && (
        <PeopleList
          {...lists}
          title="Named"
          hint="These people see the article, beside those who are assigned and the one who began it."
          chosen={form.named}
          onChange={form.setNamed}
        />
      )}
    </Dialog>
  )
}

function usePeopleForm(facts: ArticleModel['facts'], actions: ArticleActions, onClose: () => void) {
  // As the dialog was opened: what is not touched in it is left to others.
  const [seen] = useState(() => {
    const { restricted, assigned, named } = facts
    return { restricted, assigned, named }
  })
  const [restricted, setRestricted] = useState(facts.restricted)
  const [assigned, setAssigned] = useState(facts.assigned)
  const [named, setNamed] = useState(facts.named)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const send = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await actions.setPeople({ restricted, assigned, named, seen })
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    actions.announce('The people of the article are saved.')
    onClose()
  }
  const setters = { setRestricted, setAssigned, setNamed }
  return { restricted, assigned, named, ...setters, isBusy, error, save: () => void send() }
}

interface RestrictedFieldProps {
  readonly value: boolean
  readonly isFixed: boolean
  readonly onChange: (value: boolean) => void
}

function RestrictedField({ value, isFixed, onChange }: RestrictedFieldProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        role="switch"
        aria-checked={value}
        checked={value}
        disabled={isFixed}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <b>Restricted to named people</b>
        <small>For everybody else in the newsroom the article does not exist.</small>
      </span>
    </label>
  )
}

interface FooterProps {
  readonly isFixed: boolean
  readonly isBusy: boolean
  readonly onSave: () => void
  readonly onClose: () => void
}

function Footer({ isFixed, isBusy, onSave, onClose }: FooterProps) {
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={onClose}>
        {isFixed ? 'Close' : 'Cancel'}
      </button>
      {!isFixed && (
        <button type="button" className="btn primary" aria-disabled={isBusy} onClick={onSave}>
          Save
        </button>
      )}
    </>
  )
}
