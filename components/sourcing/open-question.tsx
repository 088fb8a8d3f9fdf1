'use client'
import { useState } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { useFocusFirst } from '#components/ui/use-focus-first.ts'
import { linkIn, refusalOf } from '#lib/domain/sourcing/link-in.ts'
import { readPlace } from '#lib/domain/sourcing/read-place.ts'
import { CHOICE_WORDS, type ChoiceOf, choicesOf } from './choices.ts'
import { attachAndGo, citationsOf, type Desk, locate } from './evidence-commands.ts'
import { answer } from './panel-keys.ts'
import { restFocus } from './rest-focus.ts'
import type { Origin } from './use-open-forms.ts'
import type { Sourcing } from './use-sourcing.ts'
import { locatorWords } from './words.ts'

interface OpenQuestionProps {
  readonly sourcing: Sourcing
  /** Where it is drawn: a question is asked where its key was pressed. */
  readonly at: Origin
}

/** What a key asks for before it acts: one of a few words, a place, or a link. */
export function OpenQuestion({ sourcing, at }: OpenQuestionProps) {
  const { asking, status } = sourcing
  if (!asking || !status || asking.origin !== at) return null
  const { question } = asking
  const close = () => {
    sourcing.stopAsking()
    restFocus(at, status.sentence.index)
  }
  /** The focus is at its place before the list moves on. */
  const finish = (run: (desk: Desk) => void) => {
    close()
    sourcing.act(run, 'Removed')
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
      label={`Where in ${source?.title ?? 'the source'}`}
      initial={citation.locator ? locatorWords(citation.locator) : ''}
      placeholder="p. 14, § 3, 12:40, or “the passage”"
      button="Keep"
      note={(line) => placeNote(line, source?.kind)}
      onDone={(line) => finish((desk) => locate(desk, citation, line))}
      onClose={close}
    />
  )
}

function placeNote(line: string, kind: Parameters<typeof readPlace>[1] = 'document') {
  const { locator, quote } = readPlace(line, kind)
  if (!locator && !quote) return 'A place, a passage in quotation marks, or both.'
  const place = locator ? locatorWords(locator) : 'Passage'
  return quote ? `${place}: “${quote}”` : place
}

interface ChoicesProps {
  readonly of: ChoiceOf
  readonly sourcing: Sourcing
  readonly onClose: () => void
}

/** A few words, each with its number. The keys stay with the sentence: whoever goes on without an answer loses nothing. */
function Choices({ of, sourcing, onClose }: ChoicesProps) {
  const { status } = sourcing
  if (!status) return null
  return (
    <fieldset className="asked">
      <legend className="lab">{CHOICE_WORDS[of]}</legend>
      {choicesOf(of, status).map(({ words, meaning, isOn }, at) => (
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
          <KeyOf command="kind" /> Another kind
        </button>
      )}
      <button type="button" className="btn quiet sm" onClick={onClose}>
        Close
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
  return (
    <LineForm
      label="New source from a link"
      initial={text}
      placeholder="https://… or a DOI"
      button="Attach"
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

function linkNote(line: string, { knownAt, status }: Sourcing): string {
  const href = linkIn(line)
  if (!href) {
    const refusal = refusalOf(line)
    if (refusal) return refusal
    return line.trim() ? 'This is no address: begin with https://.' : 'Paste the address.'
  }
  const known = knownAt(href)
  if (!known) return 'New in the registry. Shift Enter stays here.'
  const isHere = status && citationsOf(status).some(({ sourceId }) => sourceId === known.id)
  return isHere
    ? `${known.title} is attached already.`
    : `Already in the registry: ${known.title}. Enter uses it.`
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
          Cancel
        </button>
        <span className="small muted" role="status" dir="auto">
          {note(line)}
        </span>
      </div>
    </form>
  )
}
