'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Input, Label, SearchField } from 'react-aria-components/SearchField'
import { Dialog } from '#components/ui/dialog.tsx'
import type { Words } from '#components/ui/words.ts'
import { fold } from '#lib/domain/text/fold.ts'
import { COMMANDS } from './key-table.ts'
import { Chord } from './key-words.tsx'
import { type Bound, commandsNow } from './use-commands.ts'

interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Every command that can be run now, with its key; typing finds one, Enter runs it. */
export function Palette({ isOpen, onClose }: PaletteProps) {
  const t = useTranslations('commands')
  const chosen = useRef<Bound | null>(null)
  useEffect(() => {
    const run = chosen.current?.run
    if (isOpen || !run) return
    chosen.current = null
    // The dialog gives the focus back in the next frame: what the command does with it comes after.
    requestAnimationFrame(() => requestAnimationFrame(run))
  }, [isOpen])
  const choose = (bound: Bound) => {
    chosen.current = bound
    onClose()
  }
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <FindCommand onChoose={choose} onClose={onClose} />
    </Dialog>
  )
}

interface FindCommandProps {
  readonly onChoose: (bound: Bound) => void
  readonly onClose: () => void
}

function FindCommand({ onChoose, onClose }: FindCommandProps) {
  const t = useTranslations('commands')
  const [text, setText] = useState('')
  const all = useMemo(() => commandsNow().filter(({ id }) => id !== 'palette'), [])
  const found = useMemo(() => search(t, all, text), [t, all, text])
  return (
    // Escape closes it at once; the field alone would only be emptied.
    <div
      className="palette"
      onKeyDownCapture={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField autoFocus>
          <Label className="vh">{t('find')}</Label>
          <Input className="input" dir="auto" placeholder={t('what')} />
        </SearchField>
        <ListBox
          className="options palette-list"
          aria-label={t('title')}
          renderEmptyState={() => <p className="muted small">{t('none')}</p>}
          onAction={(key) => {
            const bound = found.find((each) => nameOf(t, each) === key)
            if (bound) onChoose(bound)
          }}
        >
          {found.map((bound) => (
            <Option key={nameOf(t, bound)} bound={bound} />
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  )
}

function Option({ bound }: { readonly bound: Bound }) {
  const t = useTranslations('commands')
  const chord = bound.keys ?? COMMANDS[bound.id].keys[0]
  return (
    <ListBoxItem id={nameOf(t, bound)} textValue={nameOf(t, bound)} className="option">
      <span className="option-name" dir="auto">
        {nameOf(t, bound)}
      </span>
      {chord && <Chord chord={chord} />}
    </ListBoxItem>
  )
}

const nameOf = (t: Words<'commands'>, { id, name }: Bound): string => name ?? t(`name.${id}`)

/** Those with every word, in the order of the table; where one is at work counts as words too. */
function search(t: Words<'commands'>, all: readonly Bound[], text: string): readonly Bound[] {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  return all.filter((bound) => {
    const said = fold(`${nameOf(t, bound)} ${t(`place.${COMMANDS[bound.id].place}`)}`)
    return words.every((word) => said.includes(word))
  })
}
