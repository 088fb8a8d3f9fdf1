'use client'

import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Field } from '#components/ui/field.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

interface TakeDownProps {
  readonly articleId: string
  readonly slug: string
  readonly number: number
  /** Later versions whose history repeats its note and reasons. */
  readonly repeatedIn?: readonly number[]
  readonly onTakeDown: (form: FormData) => Promise<Outcome<null>>
}

const LIST = new Intl.ListFormat('en-GB')

/** Asks twice before the words of a version go for good. */
export function TakeDown(props: TakeDownProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn sm danger" onClick={() => setOpen(true)}>
        Take down…
      </button>
      {isOpen && <TakeDownDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function TakeDownDialog({
  articleId,
  slug,
  number,
  repeatedIn = [],
  onTakeDown,
  onClose,
}: TakeDownProps & { readonly onClose: () => void }) {
  const formId = useId()
  const [typed, setTyped] = useState('')
  const [wasTried, setTried] = useState(false)
  const isSure = typed.trim() === slug
  const { pending, onSubmit, errorOf, general } = useSubmit(onTakeDown, () => {
    announce(`Version ${number} is taken down.`)
    onClose()
  })
  return (
    <Dialog
      title={`Take version ${number} down`}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons formId={formId} pending={pending} words="Take it down" onClose={onClose} />
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          setTried(true)
          if (isSure) return onSubmit(event)
          event.preventDefault()
        }}
      >
        {general && <Notice tone="bad">{general}</Notice>}
        <p>
          For reasons of law. Its words go for good, from the database too. Number, times, hash and
          signature stay, so that whoever has a copy can still prove what it is. To say that an
          article was wrong, publish a correction or a retraction.
        </p>
        {repeatedIn.length > 0 && (
          <Notice>
            What it says of itself, its note, its correction and its reasons, is repeated in the
            history of {repeatedIn.length === 1 ? 'version' : 'versions'}{' '}
            {LIST.format(repeatedIn.map(String))}, which
            {repeatedIn.length === 1 ? ' was' : ' were'} signed with it. If that has to go too, take
            {repeatedIn.length === 1 ? ' that' : ' those'} down as well; what is published
            afterwards does not have it.
          </Notice>
        )}
        <input type="hidden" name="article" value={articleId} />
        <input type="hidden" name="number" value={number} />
        <Field
          label="Reason"
          hint="Readers find it in the place of the words."
          error={errorOf('reason')}
        >
          {(control) => (
            <textarea {...control} className="input" name="reason" required maxLength={2_000} />
          )}
        </Field>
        <TextInput
          label={`Type ${slug} to confirm`}
          autoComplete="off"
          value={typed}
          error={wasTried && !isSure ? `Type exactly: ${slug}` : null}
          onChange={(event) => setTyped(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
