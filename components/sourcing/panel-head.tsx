import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { When } from '#components/ui/when.tsx'
import { DISPLAY_WORDS, type SentenceStatus } from '#lib/domain/review/status.ts'
import type { Sourcing } from './use-sourcing.ts'
import { whyOf } from './why.ts'

interface PanelHeadProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** Which sentence it is, how it stands, and why. */
export function PanelHead({ sourcing, status }: PanelHeadProps) {
  const { sentence, display } = status
  const glyph = GLYPH_OF[display]
  return (
    <>
      <header className="panel-head">
        <span className={`state ink-${glyph}`}>
          <Glyph name={glyph} big />
          {DISPLAY_WORDS[display]}
        </span>
        <LastDecision status={status} />
        <span className="muted num">
          Sentence {sentence.index + 1} of {sourcing.statuses.length}
        </span>
        <span className="grow" />
        <Step label="Previous sentence" keys="K" icon="up" onPress={() => sourcing.step(-1)} />
        <Step label="Next sentence" keys="J" icon="down" onPress={() => sourcing.step(1)} />
      </header>
      <p className="panel-quote" dir="auto">
        {sentence.text}
      </p>
      <p className="why" dir="auto">
        {whyOf(status, sourcing.findSource)}
        {status.annotations.some(({ derivedFrom }) => derivedFrom) &&
          ' Its evidence was copied together with the words: see that it holds here.'}
      </p>
    </>
  )
}

/** Who put it in its state, and when, where it was a decision. */
function LastDecision({ status }: Pick<PanelHeadProps, 'status'>) {
  const { display, approvals, openQueries, lapsed } = status
  const decision =
    display === 'approved'
      ? approvals.at(-1)
      : display === 'queried' || display === 'rejected'
        ? openQueries.at(-1)
        : display === 'stale'
          ? lapsed
          : null
  if (!decision) return null
  return (
    <span className="muted small">
      {decision.personName}, <When at={decision.at} />
    </span>
  )
}

interface StepProps {
  readonly label: string
  readonly keys: string
  readonly icon: 'up' | 'down'
  readonly onPress: () => void
}

function Step({ label, keys, icon, onPress }: StepProps) {
  return (
    <button
      type="button"
      className="btn quiet icon sm"
      aria-label={label}
      title={`${label} (${keys})`}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}
