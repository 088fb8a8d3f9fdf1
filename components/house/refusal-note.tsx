'use client'

import { useEffect, useRef } from 'react'
import { Notice } from '#components/ui/notice.tsx'

/** The one message above a form. It takes the focus with each refusal, also when it says the same again. */
export function RefusalNote({ state }: { state: { readonly message: string } }) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.message) note.current?.focus()
  }, [state])
  return (
    state.message && (
      <Notice tone="bad" ref={note}>
        {state.message}
      </Notice>
    )
  )
}
