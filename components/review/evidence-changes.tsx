import { useCallback, useEffect, useState } from 'react'
import { KIND_WORDS, locatorWords, RELATION_WORDS } from '#components/sourcing/words.ts'
import { CONFIDENCE_WORDS } from '#components/ui/confidence-label.tsx'
import type { ArticleActions } from '#components/workspace/model.ts'
import type { Approval } from '#lib/domain/review/decisions.ts'
import {
  type CitationField,
  type EvidenceChange,
  evidenceChanges,
  type SaidField,
} from '#lib/domain/review/evidence-change.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Citation, Confidence, Kind } from '#lib/domain/sourcing/annotation.ts'
import type { FindSource } from '#lib/domain/sourcing/article-content.ts'
import { DiffText } from './diff-text.tsx'
import { credibilityWords } from './scale-words.ts'

interface EvidenceChangesProps {
  /** That does not hold any more. */
  readonly approval: Approval
  readonly status: SentenceStatus
  readonly findSource: FindSource
  readonly ask: ArticleActions['approved']
}

/** What became of the evidence since the approval that the sentence is compared with [QUE11]. */
export function EvidenceChanges({ approval, status, findSource, ask }: EvidenceChangesProps) {
  const { approved, retry } = useApproved(approval.id, ask)
  if (approved === 'failed')
    return (
      <p className="small">
        What changed in the evidence did not come. Check the connection.{' '}
        <button type="button" className="btn sm" onClick={retry}>
          Try again
        </button>
      </p>
    )
  if (!approved) return null
  const changes = evidenceChanges(approved, status.annotations)
  if (!changes.length) return approval.text === status.sentence.text ? <Elsewhere /> : null
  return (
    <section className="evidence-changes" aria-label="What changed in the evidence">
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
  return <p className="muted">How readers see a source, or where a link leads, is not as it was.</p>
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
  const name = ({ sourceId }: Citation) => (
    <bdi>{findSource(sourceId)?.title ?? 'Unknown source'}</bdi>
  )
  switch (change.what) {
    case 'said':
      return (
        <>
          {SAID_WORDS[change.field]}:{' '}
          <DiffText before={saidWords(change, 'before')} after={saidWords(change, 'after')} />
        </>
      )
    case 'changed':
      return (
        <>
          {name(change.after)}:{' '}
          {change.fields.map((field, at) => (
            <span key={field}>
              {at > 0 && '; '}
              {FIELD_WORDS[field]}{' '}
              <DiffText
                before={fieldWords(change.before, field)}
                after={fieldWords(change.after, field)}
              />
            </span>
          ))}
        </>
      )
    default:
      return (
        <>
          {change.what === 'added' ? 'Attached since: ' : 'Removed since: '}
          {name(change.citation)}, {RELATION_WORDS[change.citation.relation]}
        </>
      )
  }
}

const SAID_WORDS: Readonly<Record<SaidField, string>> = {
  kind: 'Kind',
  confidence: 'Confidence',
  publicNote: 'For readers',
}

const FIELD_WORDS: Readonly<Record<CitationField, string>> = {
  relation: 'it',
  locator: 'place',
  quote: 'passage',
  credibility: 'credibility',
}

function saidWords(change: EvidenceChange & { what: 'said' }, side: 'before' | 'after'): string {
  const value = change[side]
  if (!value) return 'not said'
  if (change.field === 'kind') return KIND_WORDS[value as Kind]
  if (change.field === 'confidence') return CONFIDENCE_WORDS[value as Confidence]
  return value
}

function fieldWords(citation: Citation, field: CitationField): string {
  const { relation, locator, quote, credibility } = citation
  switch (field) {
    case 'relation':
      return RELATION_WORDS[relation]
    case 'locator':
      return locator ? locatorWords(locator) : 'none'
    case 'quote':
      return quote.trim() || 'none'
    case 'credibility':
      return credibility === null ? 'not judged' : credibilityWords(credibility)
  }
}

function keyOf(change: EvidenceChange): string {
  if (change.what === 'said') return `said ${change.field}`
  const { id } = change.what === 'changed' ? change.after : change.citation
  return `${change.what} ${id}`
}
