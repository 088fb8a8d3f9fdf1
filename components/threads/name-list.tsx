'use client'
import { useTranslations } from 'next-intl'
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import {
  closedUp,
  fittingNames,
  type Named,
  nameWritten,
  namingAt,
  type Written,
} from '#lib/domain/talk/mentions.ts'

/** As many as one looks through before typing another letter. */
const SHOWN = 6
const NONE: readonly Named[] = []

export type Naming = ReturnType<typeof useNaming>

/** The name that is being written in a field: who may be meant, and the keys that choose among them. */
export function useNaming(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  people: readonly Named[],
  onWrite: (text: string) => void,
) {
  const t = useTranslations('threads')
  const id = useId()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const { put, type } = useWriting(field, onWrite)
  const { naming, found } = beingWritten(text, caret, people)
  const chosen = Math.min(at, found.length - 1)
  const close = () => setCaret(null)
  const pick = (index: number) => {
    const person = found[index]
    if (!naming || !person) return
    close()
    put(nameWritten(text, naming, person.name))
    announce(t('told', { name: person.name }))
  }
  const key = (pressed: string): boolean => {
    if (!found.length) return false
    if (pressed === 'ArrowDown') setAt((chosen + 1) % found.length)
    else if (pressed === 'ArrowUp') setAt((chosen - 1 + found.length) % found.length)
    else if (pressed === 'Enter' || pressed === 'Tab') pick(chosen)
    else if (pressed === 'Escape') close()
    else return false
    return true
  }
  const follow = () => {
    const { selectionStart, selectionEnd, value } = field.current ?? {}
    const now = selectionStart === selectionEnd ? (selectionStart ?? null) : null
    setCaret(now)
    setAt(0)
    const count = beingWritten(value ?? '', now, people).found.length
    if (count) announce(t('names', { count }))
  }
  return {
    id,
    found,
    chosen,
    pick,
    type,
    key,
    follow,
    close,
    control: controlOf(id, found, chosen),
  }
}

/** What is written for a person, and what they type behind it. */
function useWriting(field: RefObject<HTMLTextAreaElement | null>, onWrite: (text: string) => void) {
  const goTo = useRef<number | null>(null)
  const last = useRef<Written | null>(null)
  // The caret goes behind what was written, once the field shows it.
  useLayoutEffect(() => {
    if (goTo.current === null) return
    field.current?.setSelectionRange(goTo.current, goTo.current)
    goTo.current = null
  })
  const put = (written: Written) => {
    goTo.current = written.caret
    last.current = written
    onWrite(written.text)
  }
  const type = (typed: string) => {
    const closed = last.current && closedUp(last.current, typed)
    last.current = null
    if (closed) goTo.current = closed.caret
    onWrite(closed?.text ?? typed)
  }
  return { put, type }
}

/** The field stays a text box: a list that comes and goes with what is typed is all that it has of a combo box. */
function controlOf(id: string, found: readonly Named[], chosen: number) {
  return {
    'aria-autocomplete': 'list' as const,
    'aria-haspopup': 'listbox' as const,
    ...(found.length > 0 && { 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}` }),
  }
}

function beingWritten(text: string, caret: number | null, people: readonly Named[]) {
  const naming = caret === null ? null : namingAt(text, caret)
  return { naming, found: naming ? fittingNames(people, naming.begun).slice(0, SHOWN) : NONE }
}

/** The names, below the field that keeps the focus. */
export function NameList({ naming }: { readonly naming: Naming }) {
  const t = useTranslations('threads')
  const { id, found, chosen, pick } = naming
  return (
    <div className="options name-options" role="listbox" id={id} aria-label={t('people')}>
      {found.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
        <div
          key={person.id}
          id={`${id}-${index}`}
          className="option"
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          data-focused={index === chosen || undefined}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(index)}
        >
          <bdi>{person.name}</bdi>
        </div>
      ))}
    </div>
  )
}
