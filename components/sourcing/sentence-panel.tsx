'use client'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useKeptFocus } from '#components/ui/use-kept-focus.ts'
import type { Boundaries } from '#components/workspace/use-boundaries.ts'
import type { Stretch, Subject } from '#lib/domain/review/parts.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Confidence } from '#lib/domain/sourcing/annotation.ts'
import { ApprovalNote } from './approval-note.tsx'
import { ChangedNote } from './changed-note.tsx'
import { Citations } from './citations.tsx'
import { ConfidenceField, KindField } from './evidence-fields.tsx'
import { KeyHints } from './key-hints.tsx'
import { MergedNote } from './merged-note.tsx'
import { Notes } from './notes.tsx'
import { OfferNote } from './offer-note.tsx'
import { OpenQuestion } from './open-question.tsx'
import { PanelHead } from './panel-head.tsx'
import { panelKey, paste } from './panel-keys.ts'
import { Parts } from './parts.tsx'
import { QuickActions } from './quick-actions.tsx'
import { SentenceEdges } from './sentence-edges.tsx'
import { LastAct, SentenceRecordList } from './sentence-record.tsx'
import { Shelf } from './shelf.tsx'
import { SuggestedConfidence } from './suggested-confidence.tsx'
import { useSentenceRecord } from './use-sentence-record.ts'
import type { Sourcing } from './use-sourcing.ts'
import { useSwipe } from './use-swipe.ts'

export interface SentencePanelProps {
  readonly sourcing: Sourcing
  readonly whole: SentenceStatus
  /** The whole, or the part of it that is worked on. */
  readonly status: Subject
  /** Words within the sentence that are selected in the text. */
  readonly selected: Stretch | null
  /** Null for those who may only read. */
  readonly boundaries: Boundaries | null
  /** Annotations whose words are gone. */
  readonly orphans: readonly Annotation[]
  /** Says that people talk about the sentence. */
  readonly comments?: React.ReactNode
  /** What is asked about the sentence; null: nothing. */
  readonly questions?: React.ReactNode
  /** The keys stand below the list in source mode. */
  readonly showsKeys: boolean
  readonly onLeave: () => void
}

/** Everything about one sentence: its state, its sources, how sure we are, and who approved it. */
export function SentencePanel(props: SentencePanelProps) {
  const t = useTranslations('sourcing')
  const terms = useTranslations('terms')
  const { sourcing, whole, status, selected, boundaries, orphans } = props
  const { comments, questions, showsKeys, onLeave } = props
  const { sentence, display } = whole
  const record = useSentenceRecord(sourcing.articleId, whole)
  return (
    <Frame
      label={t('head.panel', {
        number: sentence.index + 1,
        display: terms(`display.${display}`),
      })}
      sourcing={sourcing}
      onLeave={onLeave}
    >
      <PanelHead sourcing={sourcing} status={whole} />
      <LastAct record={record} sourcing={sourcing} status={whole} />
      {sourcing.goesOn && <Shelf sourcing={sourcing} status={status} />}
      <OfferNote sourcing={sourcing} status={whole} orphans={orphans} />
      <Parts sourcing={sourcing} whole={whole} subject={status} selected={selected} />
      <ChangedNote sourcing={sourcing} status={status} />
      <MergedNote status={status} />
      <Citations sourcing={sourcing} status={status} />
      <OpenQuestion sourcing={sourcing} at="panel" />
      <QuickActions sourcing={sourcing} status={status} />
      {!sourcing.goesOn && <Shelf sourcing={sourcing} status={status} />}
      <Judgement sourcing={sourcing} status={status} />
      <Notes key={`${sourcing.sentence} ${status.part}`} sourcing={sourcing} status={status} />
      {comments}
      <SentenceRecordList record={record} sourcing={sourcing} status={whole} />
      <ApprovalNote status={whole} questions={questions} />
      {boundaries && <SentenceEdges boundaries={boundaries} />}
      {showsKeys && sourcing.editable && <KeyHints where={t('head.keysWorkHere')} />}
    </Frame>
  )
}

interface FrameProps extends Pick<SentencePanelProps, 'sourcing' | 'onLeave'> {
  readonly label: string
  readonly children: React.ReactNode
}

/** Listens for the keys of the panel while the focus is somewhere in it. */
function Frame({ label, sourcing, onLeave, children }: FrameProps) {
  const panel = useRef<HTMLElement>(null)
  const onFocus = useKeptFocus(panel)
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented && sourcing.asking) {
      event.preventDefault()
      sourcing.stopAsking()
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      // Out of a field first, then out of the panel.
      const isInField = event.target instanceof Element && event.target.matches(FIELDS)
      event.preventDefault()
      if (isInField) panel.current?.focus({ preventScroll: true })
      else onLeave()
    } else if (panelKey(event, sourcing, 'panel')) event.preventDefault()
  }
  return (
    <section
      ref={panel}
      className="panel-body"
      tabIndex={-1}
      aria-label={label}
      data-panel="sentence"
      onFocus={onFocus}
      {...useSwipe(sourcing.step)}
      onKeyDown={onKeyDown}
      onPaste={(event) => {
        if (event.target instanceof Element && event.target.matches(FIELDS)) return
        if (paste(event.clipboardData, sourcing, 'panel')) event.preventDefault()
      }}
    >
      {children}
    </section>
  )
}

const FIELDS = 'input, textarea, select'

interface JudgementProps extends Pick<SentencePanelProps, 'sourcing' | 'status'> {}

/** What kind of sentence it is, and how sure the newsroom is of it. */
function Judgement({ sourcing, status }: JudgementProps) {
  const t = useTranslations('sourcing')
  const words = useTranslations('evidence')
  const { editable, change } = sourcing
  const setConfidence = (confidence: Confidence | null) =>
    change(status, (annotate, now) => annotate.setConfidence(now, confidence))
  return (
    <div className="panel-section">
      <div className="two">
        <KindField
          kind={status.kind}
          editable={editable}
          onChange={(kind) => change(status, (annotate, now) => annotate.setKind(now, kind))}
        />
        <ConfidenceField
          confidence={status.confidence}
          editable={editable && status.kind !== 'exempt'}
          onChange={setConfidence}
        />
      </div>
      {status.confidence && status.kind !== 'exempt' && (
        <p className="small muted">
          {t('fullStop', { words: words(`meaning.${status.confidence}`) })}
        </p>
      )}
      <SuggestedConfidence
        status={status}
        findSource={sourcing.findSource}
        onTake={editable ? setConfidence : null}
      />
    </div>
  )
}
