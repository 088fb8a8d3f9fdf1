import { useTranslations } from 'next-intl'
import { shownPlace } from '#components/sourcing/words.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { lapsedWords } from './queue-item.tsx'
import type { Batch } from './use-batch.ts'

interface BatchDialogProps {
  readonly batch: Batch
  readonly findSource: FindSource
}

/** Lists what is about to be approved together, with what each rests on. */
export function BatchDialog({ batch, findSource }: BatchDialogProps) {
  const t = useTranslations('review')
  const ui = useTranslations('ui')
  const items = batch.open ?? []
  return (
    <Dialog
      title={t('batch.title', { count: items.length })}
      size="medium"
      isOpen={batch.open !== null}
      onClose={batch.leave}
      footer={
        <>
          <button type="button" className="btn" onClick={batch.leave}>
            {ui('cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            aria-disabled={batch.isBusy}
            onClick={batch.send}
          >
            {t('batch.send')}
          </button>
        </>
      }
    >
      {batch.error && <Notice tone="bad">{batch.error}</Notice>}
      <p className="muted">{t('batch.scope')}</p>
      <ol className="batch">
        {items.map(({ status: { sentence, united, lapsed } }) => (
          <li key={sentence.index} value={sentence.index + 1}>
            <p className="serif" dir="auto">
              {sentence.text}
            </p>
            {lapsed && (
              <p className="small">
                {t('batch.sinceApproved', { change: lapsedWords(t, lapsed.text, sentence.text) })}
              </p>
            )}
            {united
              .flatMap(({ citations }) => citations)
              .map((citation) => (
                <Rest key={citation.id} citation={citation} findSource={findSource} />
              ))}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

interface RestProps {
  readonly citation: Citation
  readonly findSource: FindSource
}

/** What it rests on, with the words or the place in it. */
function Rest({ citation: { sourceId, quote, locator }, findSource }: RestProps) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  return (
    <p className="muted small">
      {t.rich('batch.rest', {
        isLocated: String(locator !== null),
        isQuoted: String(quote.trim() !== ''),
        source: () => <bdi>{findSource(sourceId)?.title ?? t('unknownSource')}</bdi>,
        place: () => locator && <bdi>{shownPlace(words, locator)}</bdi>,
        passage: () => <q dir="auto">{quote}</q>,
      })}
    </p>
  )
}
