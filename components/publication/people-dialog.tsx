'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type ListedPerson, PeopleList } from '#components/ui/people-list.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { SaveFooter } from './save-footer.tsx'

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
  const t = useTranslations('articleFacts')
  const form = usePeopleForm(model.facts, actions, onClose)
  const isFixed = !model.facts.rights.people
  const lists = { people, isFixed }
  return (
    <Dialog
      title={t('people')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <SaveFooter
          isFixed={isFixed}
          isBusy={form.isBusy}
          words={t('save')}
          onSave={form.save}
          onClose={onClose}
        />
      }
    >
      {form.error && <Notice tone="bad">{form.error}</Notice>}
      {isFixed && <Notice>{t('peopleFixed')}</Notice>}
      <PeopleList
        {...lists}
        title={t('assigned')}
        hint={t('assignedHint')}
        chosen={form.assigned}
        onChange={form.setAssigned}
      />
      <RestrictedField value={form.restricted} isFixed={isFixed} onChange={form.setRestricted} />
      {form.restricted && (
        <PeopleList
          {...lists}
          title={t('named')}
          hint={t('namedHint')}
          chosen={form.named}
          onChange={form.setNamed}
        />
      )}
    </Dialog>
  )
}

function usePeopleForm(facts: ArticleModel['facts'], actions: ArticleActions, onClose: () => void) {
  const t = useTranslations('articleFacts')
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
    actions.announce(t('peopleSaved'))
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
  const t = useTranslations('articleFacts')
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
        <b>{t('restricted')}</b>
        <small>{t('restrictedHint')}</small>
      </span>
    </label>
  )
}
