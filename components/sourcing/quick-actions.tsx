'use client'
import { useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import type { Subject } from '#lib/domain/review/parts.ts'
import { nothingToCheck, sameAsBefore, sourcedBefore } from './evidence-commands.ts'
import { EXEMPT_REASONS, keepReason, REASONS } from './exempt-reason.ts'
import type { Sourcing } from './use-sourcing.ts'

interface QuickActionsProps {
  readonly sourcing: Sourcing
  readonly status: Subject
}

/** The steps that most sentences need, and the way out of them. */
export function QuickActions({ sourcing, status }: QuickActionsProps) {
  const t = useTranslations('sourcing')
  const { act, change, editable, statuses } = sourcing
  if (!editable) return null
  const before = sourcedBefore({ statuses, status })
  return (
    <div className="quick">
      {before && (
        <button type="button" className="btn sm" onClick={() => act(sameAsBefore, 'removed')}>
          {t('quick.sameAs', { number: before.sentence.index + 1 })} <KeyOf command="same" />
        </button>
      )}
      {status.kind !== 'exempt' && (
        <button type="button" className="btn sm" onClick={() => act(nothingToCheck)}>
          {t('quick.exempt')} <KeyOf command="exempt" />
        </button>
      )}
      {status.annotations.length > 0 && (
        <button
          type="button"
          className="btn quiet sm danger"
          onClick={() => change(status, (annotate, now) => annotate.clear(now))}
        >
          {t('quick.clear')}
        </button>
      )}
      {status.kind === 'exempt' && <ExemptReason sourcing={sourcing} status={status} />}
    </div>
  )
}

/** Why a sentence owes nothing: it stands in the newsroom's note. */
function ExemptReason({ sourcing: { change }, status }: QuickActionsProps) {
  const t = useTranslations('sourcing')
  const notes = status.annotations.map(({ note }) => note)
  const reason = REASONS.find((each) => notes.includes(EXEMPT_REASONS[each]))
  return (
    <label className="field">
      <span className="lab">{t('quick.why')}</span>
      <select
        className="select"
        value={reason ? EXEMPT_REASONS[reason] : ''}
        onChange={({ target }) => {
          keepReason(target.value)
          change(status, (annotate, now) => annotate.exempt(now, target.value))
        }}
      >
        {/* Chosen, it would empty the note that it speaks of. */}
        {!reason && <option value="">{t('quick.inNote')}</option>}
        {REASONS.map((each) => (
          <option key={each} value={EXEMPT_REASONS[each]}>
            {t(`reason.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
