'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Input, Label, SearchField } from 'react-aria-components/SearchField'
import { type GivenBox, useGiven } from '#components/registry/use-given.ts'
import { ChooseFile } from '#components/ui/choose-file.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { Fetching, later } from '#components/ui/later.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import type { Start } from '#lib/collab/browser/look-up.ts'
import { ok, type Result } from '#lib/domain/shared/result.ts'
import { givenIn } from '#lib/domain/sourcing/given.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { fold } from '#lib/domain/text/fold.ts'

const NewSourceForm = later(
  async () => (await import('./new-source-form.tsx')).NewSourceForm,
  (waiting) => <Fetching {...waiting} />,
)

export interface SourcePickerProps {
  readonly label: string
  /** What is looked for at first. */
  readonly initial?: string
  readonly sources: readonly Source[]
  readonly onPick: (source: Source) => void
  readonly onCreate: (source: NewSource) => Promise<Answer<Source>>
  readonly onCancel: () => void
  /** Files that it is opened with. */
  readonly files?: readonly File[] | undefined
}

/** One box: type to find a source, or make the one that is not there yet, of a name, an address, or a file. */
export function SourcePicker(props: SourcePickerProps) {
  const { label, initial = '', sources, onPick, onCreate, onCancel, files } = props
  const t = useTranslations('citing.find')
  const ui = useTranslations('ui')
  const [text, setText] = useState(initial)
  const box = useGiven()
  const found = useMemo(() => search(sources, text), [sources, text])
  const [only, more] = found
  useGivenAtOnce(files, box)
  const make = () => {
    const begun = beginOf(text)
    if (begun.ok) box.begin(begun.value)
    else box.refuse(begun.failure.message)
  }
  // Enter without a choice takes the one that is left, or makes what was typed.
  const enter = () => (only && !more ? onPick(only) : make())
  return box.start ? (
    <NewSourceForm
      start={box.start}
      typed={text}
      onCreate={onCreate}
      onDone={onPick}
      onCancel={box.leave}
    />
  ) : (
    <PickerFrame canEnter={text.trim() !== ''} onEnter={enter} onCancel={onCancel}>
      <FileDrop words={t('drop')} onFiles={box.giveFiles}>
        {box.trouble && <Notice tone="bad">{box.trouble}</Notice>}
        <FindBox
          label={label}
          text={text}
          found={found}
          onText={setText}
          onPick={onPick}
          onNew={make}
        />
        <div className="given-file">
          <ChooseFile isSmall onFiles={box.giveFiles}>
            {t('fromFile')}
          </ChooseFile>
          <button type="button" className="btn quiet sm" onClick={onCancel}>
            {ui('cancel')}
          </button>
          <span className="small muted" role="status">
            {box.isBusy && t('lookingUp')}
          </span>
        </div>
      </FileDrop>
    </PickerFrame>
  )
}

/** Files that were pasted where the picker was opened from. */
function useGivenAtOnce(files: readonly File[] | undefined, box: GivenBox) {
  const give = useRef(box.giveFiles)
  useEffect(() => {
    if (files?.length) give.current(files)
  }, [files])
}

/** What the form begins with, without asking anybody: it has to open offline, too. */
function beginOf(text: string): Result<Partial<Start>> {
  if (!text.trim()) return ok({ kind: 'document' })
  const given = givenIn(text)
  if (!given.ok) return given
  const { what, url, csl } = given.value
  if (what === 'address')
    return ok({ kind: 'webPage', title: new URL(url ?? '').hostname.replace(/^www\./, ''), url })
  return ok({ kind: 'document', title: what === 'name' ? text.trim() : '', url, csl })
}

interface PickerFrameProps {
  readonly canEnter: boolean
  readonly onEnter: () => void
  readonly onCancel: () => void
  readonly children: React.ReactNode
}

/** Hears Enter and Escape before the box does, which would only empty itself. */
function PickerFrame({ canEnter, onEnter, onCancel, children }: PickerFrameProps) {
  const onKeyDownCapture = (event: React.KeyboardEvent) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const isChosen = event.target.hasAttribute('aria-activedescendant')
    const run =
      event.key === 'Escape' ? onCancel : event.key === 'Enter' && !isChosen && canEnter && onEnter
    if (!run || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }
  return (
    <div className="picker" onKeyDownCapture={onKeyDownCapture}>
      {children}
    </div>
  )
}

interface FindBoxProps {
  readonly label: string
  readonly text: string
  readonly found: readonly Source[]
  readonly onText: (text: string) => void
  readonly onPick: (source: Source) => void
  readonly onNew: () => void
}

const NEW = 'new'

function FindBox({ label, text, found, onText, onPick, onNew }: FindBoxProps) {
  const t = useTranslations('citing.find')
  const input = useFocusFirst<HTMLInputElement>()
  const choose = (key: unknown) => {
    const source = found.find(({ id }) => id === key)
    if (key === NEW) onNew()
    else if (source) onPick(source)
  }
  return (
    <div className="find-box">
      <Autocomplete inputValue={text} onInputChange={onText} disableAutoFocusFirst>
        <SearchField className="find-box">
          <Label className="lab">{label}</Label>
          <Input ref={input} className="input" dir="auto" placeholder={t('placeholder')} />
        </SearchField>
        <ListBox className="options" aria-label={t('found')} onAction={choose}>
          {found.map((source) => (
            <Option key={source.id} source={source} />
          ))}
          <ListBoxItem id={NEW} textValue={t('new')} className="option option-new">
            {text.trim() ? t('newCalled', { text: text.trim() }) : t('newBlank')}
          </ListBoxItem>
        </ListBox>
      </Autocomplete>
    </div>
  )
}

function Option({ source }: { readonly source: Source }) {
  const kinds = useTranslations('sourceTerms.kind')
  return (
    <ListBoxItem id={source.id} textValue={source.title} className="option">
      <span className="option-name" dir="auto">
        {source.title}
      </span>
      <span className="muted small">{kinds(source.kind)}</span>
    </ListBoxItem>
  )
}

/** As many as anybody looks through before typing another word. */
const SHOWN = 30

function search(sources: readonly Source[], text: string): readonly Source[] {
  const words = fold(text).split(/\s+/u).filter(Boolean)
  const live = sources.filter(({ retiredAt, mergedInto }) => retiredAt === null && !mergedInto)
  const fits = ({ title, publicName, url }: Source) => {
    const all = fold(`${title} ${publicName} ${url ?? ''}`)
    return words.every((word) => all.includes(word))
  }
  return live.filter(fits).slice(0, SHOWN)
}
