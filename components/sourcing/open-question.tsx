'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { announce } from '#components/ui/announce.ts'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import { linkIn, refusalOf } from '#lib/domain/sourcing/link-in.ts'
import type { ReadPlace } from '#lib/domain/sourcing/read-place.ts'
import { type ChoiceOf, choicesOf } from './choices.ts'
import { attachAndGo, citationsOf, type Desk, locate, placeIn } from './evidence-commands.ts'
import { answer } from './panel-keys.ts'
import { restFocus } from './rest-focus.ts'
import type { Origin } from './use-open-forms.ts'
import type { Sourcing } from './use-sourcing.ts'
import type { SourcingWords } from './use-sourcing-words.ts'
import { locatorWords, shownPlace } from './words.ts'

interface OpenQuestionProps {
  readonly sourcing: Sourcing
  /** Where it is drawn: a question is asked where its key was pressed. */
  readonly at: Origin
}

/** What a key asks for before it acts: one of a few words, a place, or a link. */
export function OpenQuestion({ sourcing, at }: OpenQuestionProps) {
  const t = useTranslations('sourcing')
  const { asking, status, words } = sourcing
  if (!asking || !status || asking.origin !== at) return null
  const { question } = asking
  const close = () => {
    sourcing.stopAsking()
    restFocus(at, status.sentence.index)
  }
  /** The focus is at its place before the list moves on. */
  const finish = (run: (desk: Desk) => void) => {
    close()
    sourcing.act(run, 'removed')
  }
  if (question.kind === 'choice')
    return <Choices of={question.of} sourcing={sourcing} onClose={close} />
  if (question.kind === 'link')
    return <LinkForm text={question.text} sourcing={sourcing} onAttach={finish} onClose={close} />
  const citation = citationsOf(status).find(({ id }) => id === question.citation)
  if (!citation) return null
  const source = sourcing.findSource(citation.sourceId)
  return (
    <LineForm
      label={source ? t('ask.where', { title: source.title }) : t('ask.whereInSource')}
      initial={citation.locator ? locatorWords(citation.locator) : ''}
      placeholder={t('ask.placeExample')}
      button={t('ask.keep')}
      note={(line) => placeNote(words, placeIn(line, citation, source))}
      onDone={(line) => {
        // What is wrong is said beside the line, which stays.
        if (placeIn(line, citation, source).isNoTime) announce(t('ask.noTime'))
        else finish((desk) => locate(desk, citation, line))
      }}
      onClose={close}
    />
  )
}

function placeNote(
  { t, evidence }: SourcingWords,
  { locator, quote, isNoTime }: ReadPlace,
): string {
  if (isNoTime) return t('ask.noTime')
  if (!locator && !quote) return t('ask.noPlace')
  if (!locator) return t('ask.passage', { quote })
  const place = shownPlace(evidence, locator)
  return quote ? t('ask.placeAndPassage', { place, quote }) : place
}

interface ChoicesProps {
  readonly of: ChoiceOf
  readonly sourcing: Sourcing
  readonly onClose: () => void
}

/** A few words, each with its number. The keys stay with the sentence: whoever goes on without an answer loses nothing. */
function Choices({ of, sourcing, onClose }: ChoicesProps) {
  const t = useTranslations('sourcing')
  const ui = useTranslations('ui')
  const { status } = sourcing
  if (!status) return null
  return (
    <fieldset className="asked">
      <legend className="lab">{t(`ask.${of}`)}</legend>
      {choicesOf(sourcing.words, of, status).map(({ words, meaning, isOn }, at) => (
        <button
          key={words}
          type="button"
          className="btn sm"
          aria-pressed={isOn}
          title={meaning}
          onClick={() => answer(sourcing, at + 1)}
        >
          <kbd>{at + 1}</kbd> {words}
        </button>
      ))}
      {of === 'reason' && (
        <button
          type="button"
          className="btn quiet sm"
          onClick={() =>
            sourcing.ask({ kind: 'choice', of: 'kind' }, sourcing.asking?.origin ?? 'list')
          }
        >
          <KeyOf command="kind" /> {t('ask.anotherKind')}
        </button>
      )}
      <button type="button" className="btn quiet sm" onClick={onClose}>
        {ui('close')}
      </button>
    </fieldset>
  )
}

interface LinkFormProps {
  readonly text: string
  readonly sourcing: Sourcing
  readonly onAttach: (run: (desk: Desk) => void) => void
  readonly onClose: () => void
}

/** A link becomes a source, or is found to be one. What it says of itself comes in the background. */
function LinkForm({ text, sourcing, onAttach, onClose }: LinkFormProps) {
  const t = useTranslations('sourcing')
  return (
    <LineForm
      label={t('ask.link')}
      initial={text}
      placeholder={t('ask.linkExample')}
      button={t('ask.attach')}
      note={(line) => linkNote(line, sourcing)}
      onDone={(line, stays) => {
        const href = linkIn(line)
        if (href)
          onAttach((desk) => attachAndGo(desk, desk.sourceAt(href), stays || !sourcing.goesOn))
      }}
      onClose={onClose}
    />
  )
}

function linkNote(line: string, { knownAt, status, words: { t } }: Sourcing): string {
  const href = linkIn(line)
  if (!href) {
    const refusal = refusalOf(line)
    if (refusal) return refusal
    return line.trim() ? t('ask.noAddress') : t('ask.pasteAddress')
  }
  const known = knownAt(href)
  if (!known) return t('ask.newLink')
  const isHere = status && citationsOf(status).some(({ sourceId }) => sourceId === known.id)
  const { title } = known
  return isHere ? t('did.alreadyAttached', { title }) : t('ask.known', { title })
}

interface LineFormProps {
  readonly label: string
  readonly initial: string
  readonly placeholder: string
  readonly button: string
  /** What is made of the line, with every key. */
  readonly note: (line: string) => string
  /** `stays`: with Shift. */
  readonly onDone: (line: string, stays: boolean) => void
  readonly onClose: () => void
}

/** One line: Enter takes it, Escape leaves it. */
function LineForm({ label, initial, placeholder, button, note, onDone, onClose }: LineFormProps) {
  const ui = useTranslations('ui')
  const input = useFocusFirst<HTMLInputElement>()
  const [line, setLine] = useState(initial)
  return (
    <form
      className="asked line-form"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(line, false)
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        } else if (event.key === 'Enter' && event.shiftKey) {
          event.preventDefault()
          onDone(line, true)
        }
      }}
    >
      <label className="field">
        <span className="lab">{label}</span>
        <input
          ref={input}
          className="input"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          maxLength={4000}
          placeholder={placeholder}
          value={line}
          onChange={(event) => setLine(event.target.value)}
        />
      </label>
      <div className="row">
        <button type="submit" className="btn primary sm">
          {button}
        </button>
        <button type="button" className="btn quiet sm" onClick={onClose}>
          {ui('cancel')}
        </button>
        <span className="small muted" role="status" dir="auto">
          {note(line)}
        </span>
      </div>
    </form>
  )
}
