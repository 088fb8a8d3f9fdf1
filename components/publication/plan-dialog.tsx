'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { fromLocalInput, toLocalInput, useTimeWords } from '#components/ui/time-words.ts'
import { When } from '#components/ui/when.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import type { LegalFlag } from '#lib/domain/review/legal-read.ts'
import { MoveList } from './move-list.tsx'
import { SaveFooter } from './save-footer.tsx'

interface PlanDialogProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly onClose: () => void
}

/** Until when the article is due, whether it has to be read for reasons of law, and every move so far. */
export function PlanDialog({ model: { facts }, actions, onClose }: PlanDialogProps) {
  const time = useTimeWords()
  const t = useTranslations('moving')
  const form = usePlanForm(facts, actions, onClose)
  const isFixed = !facts.rights.plan
  return (
    <Dialog
      title={t('plan')}
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
      {form.isOvertaken && (
        <Notice>
          {facts.deadline === null
            ? t('overtakenByNone')
            : t('overtaken', { time: time.appointed(facts.deadline) })}
        </Notice>
      )}
      <Field label={t('deadline')} optional hint={t('inZone', { zone: time.zone(new Date()) })}>
        {(control) => (
          <input
            {...control}
            className="input"
            type="datetime-local"
            disabled={isFixed}
            value={form.deadline}
            onChange={(event) => form.setDeadline(event.target.value)}
          />
        )}
      </Field>
      <LegalFields facts={facts} form={form} />
      <MoveList load={actions.moves} />
    </Dialog>
  )
}

function usePlanForm(
  { deadline: due, legal }: ArticleModel['facts'],
  actions: ArticleActions,
  onClose: () => void,
) {
  const t = useTranslations('moving')
  const before = due === null ? '' : toLocalInput(due)
  const [opened] = useState(before)
  // Null: not touched in here, so that it follows what others set.
  const [typed, setDeadline] = useState<string | null>(null)
  const [switched, setFlagged] = useState<boolean | null>(null)
  const deadline = typed ?? before
  const isFlagged = switched ?? legal !== null
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const isFlagChanged = isFlagged !== (legal !== null)
  const send = async () => {
    if (isBusy) return
    if (deadline === before && !isFlagChanged) return onClose()
    setBusy(true)
    const answer = await actions.plan({
      ...(deadline !== before && { deadline: fromLocalInput(deadline) }),
      ...(isFlagChanged && { legalRead: isFlagged, note: note.trim() }),
      was: { deadline: due, legalAt: legal?.at ?? null },
    })
    setBusy(false)
    if (!answer.ok) return setError(answer.message)
    actions.announce(t('saved'))
    onClose()
  }
  const isOvertaken = typed !== null && typed !== before && before !== opened
  const fields = {
    isOvertaken,
    deadline,
    setDeadline,
    isFlagged,
    setFlagged,
    note,
    setNote,
    isFlagChanged,
  }
  return { ...fields, isBusy, error, save: () => void send() }
}

interface LegalFieldsProps {
  readonly facts: ArticleModel['facts']
  readonly form: ReturnType<typeof usePlanForm>
}

function LegalFields({ facts: { legal, rights }, form }: LegalFieldsProps) {
  const t = useTranslations('moving')
  const { isFlagged, isFlagChanged } = form
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          aria-checked={isFlagged}
          checked={isFlagged}
          disabled={legal === null ? !rights.plan : !rights.legal}
          onChange={(event) => form.setFlagged(event.target.checked)}
        />
        <span>
          <b>{t('needsLegalRead')}</b>
          <small>{legal ? <FlagWords legal={legal} /> : t('legalReadMeans')}</small>
        </span>
      </label>
      {isFlagChanged && (
        <Field label={t(isFlagged ? 'toBeRead' : 'reason')} optional={isFlagged}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              maxLength={2_000}
              required={!isFlagged}
              value={form.note}
              onChange={(event) => form.setNote(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}

function FlagWords({ legal: { at, personName, note, read } }: { readonly legal: LegalFlag }) {
  const t = useTranslations('moving')
  const who = (name: ReactNode) => <bdi>{name}</bdi>
  const flag = { name: personName, who, when: () => <When at={at} /> }
  const q = (words: ReactNode) => <q dir="auto">{words}</q>
  return (
    <>
      {note ? t.rich('flaggedFor', { ...flag, note, q }) : t.rich('flagged', flag)}{' '}
      {read
        ? t.rich('readBy', { name: read.personName, who, when: () => <When at={read.at} /> })
        : t('unread')}
    </>
  )
}
