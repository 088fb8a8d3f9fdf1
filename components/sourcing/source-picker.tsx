'use client'
import { useMemo, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { NewSourceForm } from './new-source-form.tsx'
import { SOURCE_KIND_WORDS } from './words.ts'

export interface SourcePickerProps {
  readonly sources: readonly Source[]
  readonly onPick: (source: Source) => void
  readonly onCreate: (source: NewSource) => Promise<Answer<Source>>
  readonly onCancel: () => void
}

const NEW = 'new'
const SHOWN = 30

/** One box: type to find a source, or make the one that is not there yet. */
export function SourcePicker({ sources, onPick, onCreate, onCancel }: SourcePickerProps) {
  const [text, setText] = useState('')
  const [making, setMaking] = useState(false)
  const found = useMemo(() => search(sources, text), [sources, text])
  if (making) {
    return (
      <NewSourceForm
        typed={text}
        onCreate={onCreate}
        onDone={onPick}
        onCancel={() => setMaking(false)}
      />
    )
  }
  const choose = (key: unknown) => {
    const source = sources.find(({ id }) => id === key)
    if (key === NEW) setMaking(true)
    else if (source) onPick(source)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the key that closes
    <div
      className="picker"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
      onKeyDownCapture={(event) => {
        const chosen = (event.target as HTMLElement).getAttribute('aria-activedescendant')
        if (event.key !== 'Enter' || chosen || !text.trim()) return
        // Enter without a choice takes the one that is left, or makes what was typed.
        event.preventDefault()
        event.stopPropagation()
        const [only, more] = found
        if (only && !more) onPick(only)
        else setMaking(true)
      }}
    >
      <ComboBox
        inputValue={text}
        onInputChange={setText}
        onChange={choose}
        menuTrigger="focus"
        allowsEmptyCollection
        allowsCustomValue
        defaultFilter={() => true}
      >
        <Label className="lab">Source</Label>
        <Input
          className="input"
          placeholder="Find a source, or type a name or an address"
          autoFocus
        />
        <Popover className="pop picker-pop">
          <ListBox className="options">
            {found.map((source) => (
              <ListBoxItem
                key={source.id}
                id={source.id}
                textValue={source.title}
                className="option"
              >
                <span className="option-name">{source.title}</span>
                <span className="muted small">{SOURCE_KIND_WORDS[source.kind]}</span>
              </ListBoxItem>
            ))}
            <ListBoxItem id={NEW} textValue="New source" className="option option-new">
              {text.trim() ? `New source: ${text.trim()}` : 'New source…'}
            </ListBoxItem>
          </ListBox>
        </Popover>
      </ComboBox>
      <button type="button" className="btn quiet sm" onClick={onCancel}>
        Cancel
      </button>
    </div>
  )
}

function search(sources: readonly Source[], text: string): readonly Source[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean)
  const live = sources.filter(({ retiredAt }) => retiredAt === null)
  const match = ({ title, publicName, url }: Source) => {
    const all = `${title} ${publicName} ${url ?? ''}`.toLowerCase()
    return words.every((word) => all.includes(word))
  }
  return live.filter(match).slice(0, SHOWN)
}
