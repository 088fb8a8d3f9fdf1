import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import type { Words } from '#components/ui/words.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { OverrideControl } from './override-control.ts'

interface OverrideFieldsProps {
  readonly blockers: readonly Blocker[]
  readonly control: OverrideControl
}

/** A chief's way past the gate: a reason for each thing in the way, which readers see. */
export function OverrideFields({ blockers, control }: OverrideFieldsProps) {
  const t = useTranslations('gate')
  return (
    <details className="overrides">
      <summary>{t('override')}</summary>
      <div className="reasons">
        <p className="hint">{t('overrideHint')}</p>
        {blockers.map((blocker) => (
          <Field key={control.keyOf(blocker)} label={labelOf(t, blocker)} hint={hintOf(t, blocker)}>
            {(props) => (
              <textarea
                {...props}
                className="input"
                rows={2}
                maxLength={1000}
                value={control.reasonOf(blocker)}
                onChange={({ target }) => control.setReason(blocker, target.value)}
              />
            )}
          </Field>
        ))}
      </div>
    </details>
  )
}

const labelOf = (t: Words<'gate'>, { sentence }: Blocker) =>
  sentence === null ? t('whyArticle') : t('whySentence', { number: sentence + 1 })

/** What is in the way, and of which words. */
function hintOf(t: Words<'gate'>, { sentence, text, message }: Blocker): string {
  const words = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return sentence === null ? message : t('ofWords', { message, words })
}
