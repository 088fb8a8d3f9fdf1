'use client'
import { useDeferredValue, useMemo } from 'react'
import { DiffText } from '#components/review/diff-text.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { checkPassage } from '#lib/domain/sourcing/passage.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { CapturedIndex } from './captured-index.ts'
import { checkWords } from './check-words.ts'
import { useCaptured } from './use-captured.ts'

interface PassageCheckProps {
  readonly source: Source
  readonly quote: string
  /** Takes the words of the source; null: nothing is being written here. */
  readonly onTake: ((words: string) => void) | null
}

/** Whether the passage stands in what was captured of the source; while it is written, with every key. */
export function PassageCheck({ source, quote, onTake }: PassageCheckProps) {
  const { captured, isBusy, trouble, take } = useCaptured(source.id)
  const latest = useDeferredValue(quote)
  if (captured === null || captured === 'failed') {
    if (!onTake) return null
    return (
      <p className="small muted">
        {captured
          ? 'The captured copy did not come: the passage is not checked.'
          : 'Opening the captured copy…'}
      </p>
    )
  }
  if (captured !== 'none')
    return latest.trim() ? <Verdict captured={captured} quote={latest} onTake={onTake} /> : null
  if (!onTake) return null
  return (
    <div className="passage-check">
      <p className="small muted">
        {trouble || 'Nothing is captured of this source yet: passages cannot be checked.'}
      </p>
      {source.url && /^https?:/i.test(source.url) && (
        <button type="button" className="btn sm" aria-disabled={isBusy} onClick={take}>
          {isBusy ? 'Capturing…' : 'Capture now'}
        </button>
      )}
    </div>
  )
}

interface VerdictProps extends Pick<PassageCheckProps, 'quote' | 'onTake'> {
  readonly captured: CapturedIndex
}

function Verdict({ captured, quote, onTake }: VerdictProps) {
  const { capture, index } = captured
  const check = useMemo(() => checkPassage(index, quote), [index, quote])
  if (!check) return null
  const isFound = check.kind === 'found'
  return (
    <div className="passage-check" data-check={check.kind}>
      <p role={onTake ? 'status' : undefined}>
        <Icon name={isFound ? 'check' : check.kind === 'differs' ? 'warn' : 'miss'} />
        <span>{checkWords(check, capture)}</span>
      </p>
      {check.kind === 'differs' && (
        <>
          <p className="serif" dir="auto">
            <DiffText before={check.as} after={quote} />
          </p>
          {onTake && (
            <button type="button" className="btn sm" onClick={() => onTake(check.as)}>
              Quote it as the source has it
            </button>
          )}
        </>
      )}
    </div>
  )
}
