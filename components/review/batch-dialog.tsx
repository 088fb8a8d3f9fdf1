import { locatorWords } from '#components/sourcing/words.ts'
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
  const items = batch.open ?? []
  return (
    <Dialog
      title={`Approve ${items.length} ${items.length === 1 ? 'sentence' : 'sentences'}`}
      size="medium"
      isOpen={batch.open !== null}
      onClose={batch.leave}
      footer={
        <>
          <button type="button" className="btn" onClick={batch.leave}>
            Cancel
          </button>
          <button
            type="button"
            className="btn primary"
            aria-disabled={batch.isBusy}
            onClick={batch.send}
          >
            Approve these
          </button>
        </>
      }
    >
      {batch.error && <Notice tone="bad">{batch.error}</Notice>}
      <p className="muted">
        You have viewed each of them. Your approval is for these words and this evidence.
      </p>
      <ol className="batch">
        {items.map(({ status: { sentence, united, lapsed } }) => (
          <li key={sentence.index} value={sentence.index + 1}>
            <p className="serif" dir="auto">
              {sentence.text}
            </p>
            {lapsed && (
              <p className="small">
                Since it was approved, {lapsedWords(lapsed.text, sentence.text)}
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
  return (
    <p className="muted small">
      <bdi>{findSource(sourceId)?.title ?? 'Unknown source'}</bdi>
      {locator && (
        <>
          , <bdi>{locatorWords(locator)}</bdi>
        </>
      )}
      {quote.trim() && (
        <>
          : <q dir="auto">{quote}</q>
        </>
      )}
    </p>
  )
}
