import { useTranslations } from 'next-intl'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { isEmpty } from '#lib/domain/sourcing/evidence.ts'

/** After a join, or when two people annotate at once, a sentence has several annotations: what each of them says. */
export function MergedNote({ status }: { readonly status: SentenceStatus }) {
  const t = useTranslations('sourcing')
  const annotations = status.annotations.filter((annotation) => !isEmpty(annotation))
  const apart = status.united.filter((annotation) => !isEmpty(annotation))
  if (apart.length < 2 && !differ(annotations)) return null
  return (
    <div className="merged">
      <h2 className="panel-title">{t('merged.title', { count: annotations.length })}</h2>
      <ul>
        {annotations.map((annotation) => (
          <li key={annotation.id}>
            {annotation.sourcedText && (
              <q className="serif" dir="auto">
                {annotation.sourcedText.exact}
              </q>
            )}{' '}
            <span className="muted">
              <Said {...annotation} />
            </span>
          </li>
        ))}
      </ul>
      {differ(annotations) && <p className="small">{t('merged.differ')}</p>}
    </div>
  )
}

function Said({ kind, confidence, citations }: Annotation) {
  const t = useTranslations('sourcing')
  const words = useTranslations('evidence')
  const terms = useTranslations('terms')
  return t('merged.said', {
    kind: kind ? words(`kind.${kind}`) : t('merged.noKind'),
    confidence: confidence ? terms(`confidence.${confidence}`) : t('merged.noConfidence'),
    sources: citations.length,
  })
}

function differ(annotations: readonly Annotation[]): boolean {
  const said = annotations.map(({ kind, confidence }) => `${kind} ${confidence}`)
  return new Set(said).size > 1
}
