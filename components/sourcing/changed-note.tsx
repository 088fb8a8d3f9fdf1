import { useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import { DiffText } from '#components/review/diff-text.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { wordsChanged } from '#lib/domain/sourcing/evidence.ts'
import { stillHolds } from './evidence-commands.ts'
import type { Sourcing } from './use-sourcing.ts'

interface ChangedNoteProps {
  readonly sourcing: Sourcing
  readonly status: SentenceStatus
}

/** The words moved since they were sourced: what was sourced, and the way to say that it still holds. */
export function ChangedNote({ sourcing, status }: ChangedNoteProps) {
  const t = useTranslations('sourcing')
  const { annotations, sentence, evidence } = status
  if (evidence !== 'changed') return null
  const sourced = annotations.filter((annotation) => wordsChanged(annotation, sentence.text))
  // What a source lost is said where it is cited.
  if (!sourced.length) return null
  return (
    <div className="notice-changed">
      <h2 className="panel-title">{t('changed.title')}</h2>
      {sourced.map(({ id, sourcedText }) =>
        sourcedText?.scope === 'sentence' ? (
          <p key={id} className="serif" dir="auto">
            <DiffText before={sourcedText.exact} after={sentence.text} />
          </p>
        ) : (
          <p key={id}>
            {t.rich('changed.sourcedAs', {
              words: () => (
                <q className="serif" dir="auto">
                  {sourcedText?.exact}
                </q>
              ),
            })}
          </p>
        ),
      )}
      {sourcing.editable && (
        <button type="button" className="btn sm" onClick={() => sourcing.act(stillHolds)}>
          {t('changed.holds')} <KeyOf command="holds" />
        </button>
      )}
    </div>
  )
}
