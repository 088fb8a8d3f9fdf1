import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'
import { KIND_WORDS } from './words.ts'

/** After a join, or when two people annotate at once, a sentence has several annotations: what each of them says. */
export function MergedNote({ status }: { readonly status: SentenceStatus }) {
  const annotations = status.annotations.filter((annotation) => !isEmpty(annotation))
  const apart = status.united.filter((annotation) => !isEmpty(annotation))
  if (apart.length < 2 && !differ(annotations)) return null
  return (
    <div className="merged">
      <h2 className="panel-title">{annotations.length} annotations meet here</h2>
      <ul>
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            {annotation.sourcedText && (
              <q className="serif" dir="auto">
                {annotation.sourcedText.exact}
              </q>
            )}{' '}
            <span className="muted">{wordsOf(annotation)}</span>
          </li>
        ))}
      </ul>
      {differ(annotations) && (
        <p className="small">
          They differ. The sentence shows the more careful word; what you choose below settles it.
        </p>
      )}
    </div>
  )
}

function wordsOf({ kind, confidence, citations }: Annotation): string {
  const count = citations.length
  return [
    kind ? KIND_WORDS[kind] : 'Kind not said',
    confidence ? CONFIDENCE_WORDS[confidence] : 'confidence not said',
    `${count} ${count === 1 ? 'source' : 'sources'}`,
  ].join(', ')
}

function differ(annotations: readonly Annotation[]): boolean {
  const said = annotations.map(({ kind, confidence }) => `${kind} ${confidence}`)
  return new Set(said).size > 1
}
