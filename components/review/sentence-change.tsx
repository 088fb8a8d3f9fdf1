import { When } from '#components/ui/when.tsx'
import type { Approval } from '#lib/domain/review/decisions.ts'
import { DiffText } from './diff-text.tsx'

interface SentenceChangeProps {
  readonly text: string
  /** The words that were approved; null when there is nothing to compare with. */
  readonly approval: Approval | null
  readonly me: string
  /** Who changed it since; null when that is not known. */
  readonly changedBy: string | null
  /** Whether what went and what came is marked. */
  readonly isMarked: boolean
}

/** The sentence, large, with what changed since it was last approved. */
export function SentenceChange({ text, approval, me, changedBy, isMarked }: SentenceChangeProps) {
  const mine = approval?.personId === me
  const moved = approval !== null && approval.text !== text
  return (
    <>
      <h2 className="vh">{moved ? 'What changed since the approval' : 'The sentence'}</h2>
      <p className="diff" dir="auto">
        {moved && isMarked ? <DiffText before={approval.text} after={text} /> : text}
      </p>
      {approval && (
        <p className="muted">
          {mine ? 'You' : approval.personName} approved {moved ? 'the earlier words' : 'it'}{' '}
          <When at={approval.at} />.{' '}
          {moved
            ? changedWords(changedBy)
            : `The words are the same, the evidence is not. ${changedWords(changedBy)}`}
        </p>
      )}
    </>
  )
}

function changedWords(by: string | null): string {
  return by ? `Changed since by ${by}.` : ''
}
