import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ArticleActions } from '#components/workspace/model.ts'
import { endsLegalRead } from '#lib/domain/review/legal-read.ts'
import { noteOwed, type State } from '#lib/domain/review/states.ts'
import { moveNamed, stepNamed } from './moves.ts'

interface MoveDialogProps {
  readonly from: State
  readonly to: State
  readonly actions: Pick<ArticleActions, 'move' | 'announce'>
  /** The number of the version that readers have. */
  readonly version?: number | null
  /** Of the article, where it is open: what ends a legal read is bound to what was on the screen. */
  readonly sentences?: readonly { readonly fingerprint: string }[]
  /** Of an article that is open: what its writers still owe. */
  readonly owed?: ReactNode
  readonly onClose: () => void
}

/** Says what a move means, takes a note for the record, and does it. */
export function MoveDialog(props: MoveDialogProps) {
  const { from, to, version = null, onClose } = props
  const t = useTranslations('moving')
  const ui = useTranslations('ui')
  const { name, means } = moveNamed(t, from, to, version)
  const owed = useOwed(from, to)
  const { note, setNote, isBusy, error, wasTried, lacks, move } = useMove(props, owed)
  const look = to === 'archived' ? 'btn danger' : 'btn primary'
  return (
    <Dialog
      title={name}
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {ui('cancel')}
          </button>
          <button type="button" className={look} aria-disabled={isBusy} onClick={() => void move()}>
            {name}
          </button>
        </>
      }
    >
      {error && <Notice tone="bad">{error}</Notice>}
      <p>{means}</p>
      {to === 'inReview' && props.owed}
      <Field
        label={t(owed ? 'reason' : 'note')}
        optional={!owed}
        hint={owed ?? t('noteHint')}
        error={wasTried && lacks ? owed : null}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            required={owed !== null}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  )
}

/** What its note has to say, in a sentence; null: it may be empty. */
function useOwed(from: State, to: State): string | null {
  const t = useTranslations('moving')
  const format = useFormatter()
  const owed = noteOwed(from, to)
  if (owed?.kind !== 'whyLeftOut') return owed && t(`owed.${owed.kind}`)
  return t('owed.whyLeftOut', { steps: format.list(owed.steps.map((step) => stepNamed(t, step))) })
}

function useMove(
  { from, to, actions, sentences, onClose }: MoveDialogProps,
  /** What its note has to say. */
  owed: string | null,
) {
  const t = useTranslations('moving')
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [wasTried, setTried] = useState(false)
  const shown = () => sentences?.map(({ fingerprint }) => fingerprint)
  const [seen, setSeen] = useState(shown)
  const lacks = owed !== null && !note.trim()
  const move = async () => {
    if (isBusy) return
    setTried(true)
    if (lacks) return actions.announce(owed)
    setBusy(true)
    const read = endsLegalRead(from, to) && seen ? [seen] : []
    const answer = await actions.move(to, note.trim(), ...read)
    setBusy(false)
    if (!answer.ok) {
      // What came meanwhile was named: the next time it has been seen.
      if (answer.status === 409) setSeen(shown)
      return setError(answer.message)
    }
    actions.announce(t('isNow', { state: t(`state.${answer.value.state}`) }))
    onClose()
  }
  return { note, setNote, isBusy, error, wasTried, lacks, move }
}
