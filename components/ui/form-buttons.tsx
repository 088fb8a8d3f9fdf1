'use client'

/** The end of a dialog with a form: leave it, or send it. */
export function FormButtons(props: {
  formId: string
  pending: boolean
  words: string
  onClose: () => void
}) {
  return (
    <>
      <span className="grow" />
      <button type="button" className="btn" onClick={props.onClose}>
        Cancel
      </button>
      <button
        type="submit"
        form={props.formId}
        className="btn primary"
        aria-disabled={props.pending}
      >
        {props.pending ? 'Saving…' : props.words}
      </button>
    </>
  )
}
