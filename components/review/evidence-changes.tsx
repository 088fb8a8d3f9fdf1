import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { credibilityWords, shownPlace } from '#components/sourcing/words.ts'
import type { Words } from '#components/ui/words.ts'
import type { ArticleActions } from '#components/workspace/model.ts'
import type { Approval } from '#lib/domain/review/decisions.ts'
import {
  type CitationField,
  type EvidenceChange,
  evidenceChanges,
} from '#lib/domain/review/evidence-change.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Citation, Confidence, Kind } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { DiffText } from './diff-text.tsx'

type T = Words<'review'>
type Evidence = Words<'evidence'>

interface EvidenceChangesProps {
  /** That does not hold any more. */
  readonly approval: Approval
  readonly status: SentenceStatus
  readonly findSource: FindSource
  readonly ask: ArticleActions['approved']
}

/** What became of the evidence since the approval that the sentence is compared with [QUE11]. */
export function EvidenceChanges({ approval, status, findSource, ask }: EvidenceChangesProps) {
  const t = useTranslations('review.change')
  const ui = useTranslations('ui')
  const { approved, retry } = useApproved(approval.id, ask)
  if (approved === 'failed')
    return (
      <p className="small">
        {t('notCome')}{' '}
        <button type="button" className="btn sm" onClick={retry}>
          {ui('tryAgain')}
        </button>
      </p>
    )
  if (!approved) return null
  const changes = evidenceChanges(approved, status.annotations)
  if (!changes.length) return approval.text === status.sentence.text ? <Elsewhere /> : null
  return (
    <section className="evidence-changes" aria-label={t('title')}>
      <ul>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <Change change={change} findSource={findSource} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Words and annotations are those of before. */
function Elsewhere() {
  const t = useTranslations('review.change')
  return <p className="muted">{t('elsewhere')}</p>
}

function useApproved(id: string, ask: ArticleActions['approved']) {
  const [approved, setApproved] = useState<readonly Annotation[] | 'failed' | null>(null)
  const load = useCallback(async () => {
    const answer = await ask(id)
    setApproved(answer.ok ? answer.value.annotations : 'failed')
  }, [id, ask])
  useEffect(() => void load(), [load])
  return { approved, retry: () => void load() }
}

interface ChangeProps {
  readonly change: EvidenceChange
  readonly findSource: FindSource
}

function Change({ change, findSource }: ChangeProps) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  const nameOf = ({ sourceId }: Citation) => (
    <bdi>{findSource(sourceId)?.title ?? t('unknownSource')}</bdi>
  )
  switch (change.what) {
    case 'said':
      return <Said change={change} />
    case 'changed':
      return t.rich('change.changed', {
        source: () => nameOf(change.after),
        fields: () => <Fields change={change} />,
      })
    default:
      return t.rich(`change.${change.what}`, {
        source: () => nameOf(change.citation),
        relation: words(`relation.${change.citation.relation}`),
      })
  }
}

type ChangeOf<What> = EvidenceChange & { readonly what: What }

/** What is said of the sentence beside its citations. */
function Said({ change }: { readonly change: ChangeOf<'said'> }) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  const terms = useTranslations('terms')
  const { field } = change
  const inWords = (value: string | null) => {
    if (!value) return t('change.notSaid')
    if (field === 'kind') return words(`kind.${value as Kind}`)
    return field === 'confidence' ? terms(`confidence.${value as Confidence}`) : value
  }
  return t.rich(`change.said.${field}`, {
    change: () => <DiffText before={inWords(change.before)} after={inWords(change.after)} />,
  })
}

/** What became of a citation. */
function Fields({ change: { before, after, fields } }: { readonly change: ChangeOf<'changed'> }) {
  const t = useTranslations('review')
  const words = useTranslations('evidence')
  const diff = (field: CitationField) => (
    <DiffText
      before={fieldWords(t, words, before, field)}
      after={fieldWords(t, words, after, field)}
    />
  )
  return fields.map((field, at) => (
    <span key={field}>
      {at > 0 && t('change.between')}
      {t.rich(`change.field.${field}`, { change: () => diff(field) })}
    </span>
  ))
}

function fieldWords(t: T, words: Evidence, citation: Citation, field: CitationField): string {
  const { relation, locator, quote, credibility } = citation
  switch (field) {
    case 'relation':
      return words(`relation.${relation}`)
    case 'locator':
      return locator ? shownPlace(words, locator) : t('change.none')
    case 'quote':
      return quote.trim() || t('change.none')
    case 'credibility':
      return credibility === null ? t('change.notJudged') : credibilityWords(words, credibility)
  }
}

function keyOf(change: EvidenceChange): string {
  if (change.what === 'said') return `said ${change.field}`
  const { id } = change.what === 'changed' ? change.after : change.citation
  return `${change.what} ${id}`
}
