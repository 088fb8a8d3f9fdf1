'use client'

import { useCallback, useRef } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Icon } from './icon.tsx'
import { useSearch } from './use-search.ts'
import { useShortcut } from './use-shortcut.ts'

/** Searches on the server while one types; a plain form until the script has come. F goes to it. */
export function SearchBox({ label, placeholder }: { label: string; placeholder: string }) {
  const input = useRef<HTMLInputElement>(null)
  const { path, text, pending, others, type, search } = useSearch(input)
  useShortcut(
    'filter',
    useCallback(() => input.current?.select(), []),
  )
  return (
    <search>
      <form
        className="find"
        action={path}
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Icon name={pending ? 'clock' : 'search'} />
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={label}
          placeholder={placeholder}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <span aria-hidden="true">
          <KeyOf command="filter" />
        </span>
      </form>
    </search>
  )
}
