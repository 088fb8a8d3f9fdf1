'use client'
import { useTranslations } from 'next-intl'
import { partsOf, type Stretch, type Subject, WHOLE } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Sourcing } from './use-sourcing.ts'

interface PartsProps {
  readonly sourcing: Sourcing
  readonly whole: SentenceStatus
  /** What is worked on now. */
  readonly subject: Subject
  /** Words within the sentence that are selected in the text. */
  readonly selected: Stretch | null
}

/** Claims in parts of a sentence, each with evidence of its own: which one the panel is about, and the way to a new one. */
export function Parts({ sourcing, whole, subject, selected }: PartsProps) {
  const t = useTranslations('sourcing')
  const parts = partsOf(whole)
  const words = selected && wordsOf(whole, selected)
  const isPart = parts.some(({ sourcedText }) => sourcedText?.exact === words)
  const begin = sourcing.editable && !isPart ? selected : null
  if (!parts.length && !begin) return null
  return (
    <div className="parts">
      {parts.length > 0 && (
        <fieldset>
          <legend className="panel-title">{t('parts.title')}</legend>
          <Choice
            words={t('parts.whole')}
            isChosen={subject.part === null}
            onChoose={() => sourcing.choose(WHOLE)}
          />
          {parts.map(({ id, sourcedText }) => (
            <Choice
              key={id}
              words={<q className="serif">{sourcedText?.exact}</q>}
              isChosen={subject.part === id}
              onChoose={() => sourcing.choose(id)}
            />
          ))}
        </fieldset>
      )}
      {begin && (
        <button
          type="button"
          className="btn sm"
          // The text keeps its selection: it says which words.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => sourcing.startPart(begin)}
        >
          <span>{t('parts.begin')}</span>
          <q className="serif parts-words" dir="auto">
            {words}
          </q>
        </button>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly words: React.ReactNode
  readonly isChosen: boolean
  readonly onChoose: () => void
}

function Choice({ words, isChosen, onChoose }: ChoiceProps) {
  return (
    <label className="parts-choice" dir="auto">
      <input type="radio" name="part" checked={isChosen} onChange={onChoose} />
      <span>{words}</span>
    </label>
  )
}

function wordsOf({ sentence }: SentenceStatus, { from, to }: Stretch): string {
  return sentence.text.slice(from - sentence.from, to - sentence.from)
}
