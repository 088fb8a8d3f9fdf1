import { useFormatter, useTranslations } from 'next-intl'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { When } from '#components/ui/when.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Sourcing } from './use-sourcing.ts'
import { whyOf } from './why.ts'

interface PanelHeadProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** Which sentence it is, how it stands, and why. */
export function PanelHead({ sourcing, status }: PanelHeadProps) {
  const t = useTranslations('sourcing')
  const terms = useTranslations('terms')
  const format = useFormatter()
  const { sentence, display } = status
  const glyph = GLYPH_OF[display]
  return (
    <>
      <header className="panel-head">
        <span className={`state ink-${glyph}`}>
          <Glyph name={glyph} big />
          {terms(`display.${display}`)}
        </span>
        <LastDecision status={status} />
        <span className="muted num">
          {t('head.number', { number: sentence.index + 1, count: sourcing.statuses.length })}
        </span>
        <span className="grow" />
        <Step label={t('head.previous')} keys="K" icon="up" onPress={() => sourcing.step(-1)} />
        <Step label={t('head.next')} keys="J" icon="down" onPress={() => sourcing.step(1)} />
      </header>
      <p className="panel-quote" dir="auto">
        {sentence.text}
      </p>
      <p className="why" dir="auto">
        {whyOf(t, (items) => format.list(items), status, sourcing.findSource)}
        {status.annotations.some(({ derivedFrom }) => derivedFrom) && ` ${t('head.copied')}`}
      </p>
    </>
  )
}

/** Who put it in its state, and when, where it was a decision. */
function LastDecision({ status }: Pick<PanelHeadProps, 'status'>) {
  const t = useTranslations('sourcing')
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
      {t.rich('head.decided', {
        name: decision.personName,
        when: () => <When at={decision.at} />,
      })}
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
  const t = useTranslations('sourcing')
  return (
    <button
      type="button"
      className="btn quiet icon sm"
      aria-label={label}
      title={t('head.withKey', { label, key: keys })}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}
