'use client'
import { useRef, useState } from 'react'
import type { ArticleModel } from '#components/workspace/model.ts'
import { GLYPHS } from '#components/workspace/sentence-marks.ts'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import { DISPLAY_WORDS, type SentenceStatus } from '#lib/domain/review/status.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { ApprovalNote } from './approval-note.tsx'
import { CitationItem } from './citation-item.tsx'
import { ConfidenceField, KindField, NoteField } from './evidence-fields.tsx'
import { panelKey } from './panel-keys.ts'
import { SourcePicker } from './source-picker.tsx'
import { EXEMPT_REASONS } from './words.ts'

export interface SentencePanelProps {
  readonly model: ArticleModel
  readonly status: SentenceStatus
  readonly annotate: Annotator
  /** Sources used in this article, most recent first. */
  readonly shelf: readonly Source[]
  readonly onCreateSource: (source: NewSource) => Promise<Answer<Source>>
  readonly onGo: (step: 1 | -1) => void
  readonly onLeave: () => void
  readonly announce: (words: string) => void
}

/** Everything about one sentence: its state, its sources, how sure we are, and who approved it. */
export function SentencePanel(props: SentencePanelProps) {
  const { model, status, annotate, onGo, onLeave } = props
  const [picking, setPicking] = useState(false)
  const [fresh, setFresh] = useState<string | null>(null)
  const panel = useRef<HTMLElement>(null)
  const editable = !model.view.readOnly
  const { sentence, display, evidence } = status
  const citations = status.annotations.flatMap((annotation) => annotation.citations)
  const commands = useCommands(props, { openPicker: () => setPicking(true) })
  const attach = (source: Source) => {
    annotate.addCitation(status, {
      sourceId: source.id,
      relation: 'supports',
      locator: null,
      quote: '',
      credibility: null,
    })
    setFresh(source.id)
    setPicking(false)
    props.announce(`${source.title} attached to sentence ${sentence.index + 1}.`)
    panel.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: single keys work while the focus is in the panel
    <section
      ref={panel}
      className="panel-body"
      tabIndex={-1}
      aria-label={`Sentence ${sentence.index + 1}: ${DISPLAY_WORDS[display]}`}
      data-panel="sentence"
      onKeyDown={(event) => {
        if (panelKey(event, { ...commands, leave: onLeave, go: onGo }, panel.current))
          event.preventDefault()
      }}
    >
      <header className="panel-head">
        <span className={`state ink-${GLYPHS[display]}`}>
          <span className={`g big g-${GLYPHS[display]}`} aria-hidden="true" />
          {DISPLAY_WORDS[display]}
        </span>
        <span className="muted">
          Sentence {sentence.index + 1} of {model.statuses.length}
        </span>
        <span className="grow" />
        <button
          type="button"
          className="btn quiet icon sm"
          aria-label="Previous sentence"
          onClick={() => onGo(-1)}
        >
          <span className="i i-up" aria-hidden="true" />
        </button>
        <button
          type="button"
          className="btn quiet icon sm"
          aria-label="Next sentence"
          onClick={() => onGo(1)}
        >
          <span className="i i-down" aria-hidden="true" />
        </button>
      </header>
      <p className="panel-quote" dir="auto">
        {sentence.text}
      </p>
      {evidence === 'changed' && (
        <div className="notice-changed">
          <p>The words have changed since they were sourced.</p>
          <ChangedFrom status={status} />
          {editable && (
            <button type="button" className="btn sm" onClick={commands.holds}>
              Evidence still holds <kbd>H</kbd>
            </button>
          )}
        </div>
      )}
      <div className="two">
        <KindField
          kind={status.kind}
          editable={editable}
          onChange={(kind) => annotate.setKind(status, kind)}
        />
        <ConfidenceField
          confidence={status.confidence}
          editable={editable && status.kind !== 'exempt'}
          onChange={(confidence) => annotate.setConfidence(status, confidence)}
        />
      </div>
      <div className="panel-section">
        <div className="panel-row">
          <h2 className="panel-title">Sources</h2>
          <span className="muted small">{countRelations(citations)}</span>
          <span className="grow" />
          {editable && !picking && (
            <button type="button" className="btn sm" onClick={() => setPicking(true)}>
              <span className="i i-plus" aria-hidden="true" /> Add <kbd>S</kbd>
            </button>
          )}
        </div>
        {picking && (
          <SourcePicker
            sources={model.facts.sources}
            onPick={attach}
            onCreate={props.onCreateSource}
            onCancel={() => {
              setPicking(false)
              panel.current?.focus()
            }}
          />
        )}
        <ul className="citations">
          {citations.map((citation) => (
            <CitationItem
              key={citation.id}
              citation={citation}
              source={model.findSource(citation.sourceId)}
              editable={editable}
              startsOpen={citation.sourceId === fresh && !citation.quote && !citation.locator}
              onChange={(next) => annotate.changeCitation(status, next)}
              onRemove={() => annotate.removeCitation(status, citation)}
            />
          ))}
        </ul>
        {!citations.length && !picking && <EmptyHint status={status} editable={editable} />}
        {editable && <QuickActions commands={commands} {...props} onPick={attach} />}
      </div>
      <div className="panel-section">
        <NoteField
          key={`public ${sentence.index} ${sentence.blockId}`}
          label="Note for readers"
          hint="Shown in the card of this sentence"
          value={status.annotations.map(({ publicNote }) => publicNote).find(Boolean) ?? ''}
          editable={editable}
          onChange={(text) => annotate.setPublicNote(status, text)}
        />
        <NoteField
          key={`note ${sentence.index} ${sentence.blockId}`}
          label="Note for the newsroom"
          hint="Never published"
          value={status.annotations.map(({ note }) => note).find(Boolean) ?? ''}
          editable={editable}
          onChange={(text) => annotate.setNote(status, text)}
        />
      </div>
      <ApprovalNote status={status} />
      {editable && status.annotations.length > 0 && (
        <div className="panel-section">
          <button
            type="button"
            className="btn quiet sm danger"
            onClick={() => annotate.clear(status)}
          >
            Remove all evidence from this sentence
          </button>
        </div>
      )}
    </section>
  )
}

function useCommands(
  { model, status, annotate, announce, onGo }: SentencePanelProps,
  { openPicker }: { openPicker: () => void },
) {
  const editable = !model.view.readOnly
  const previous = model.statuses
    .slice(0, status.sentence.index)
    .findLast(({ annotations }) => annotations.some(({ citations }) => citations.length))
  const when = (run: () => void) => () => {
    if (editable) run()
  }
  return {
    previous,
    same: when(() => {
      if (!previous) return announce('No sentence before this one has a source.')
      annotate.sameAs(status, previous)
      announce(`Same source as sentence ${previous.sentence.index + 1}.`)
      onGo(1)
    }),
    exempt: when(() => {
      annotate.exempt(status, EXEMPT_REASONS[0])
      announce(`Sentence ${status.sentence.index + 1}: nothing to check.`)
    }),
    holds: when(() => {
      if (status.evidence !== 'changed') return
      annotate.stillHolds(status)
      announce('Evidence still holds.')
    }),
    addSource: when(openPicker),
    shelf: when(() => undefined),
  }
}

type Commands = ReturnType<typeof useCommands>

function QuickActions({
  commands,
  status,
  annotate,
  shelf,
  onPick,
}: SentencePanelProps & {
  readonly commands: Commands
  readonly onPick: (source: Source) => void
}) {
  const cited = new Set(
    status.annotations.flatMap(({ citations }) => citations.map(({ sourceId }) => sourceId)),
  )
  const offered = shelf.filter(({ id }) => !cited.has(id)).slice(0, 9)
  return (
    <>
      <div className="row wrap">
        {commands.previous && (
          <button type="button" className="btn sm" onClick={commands.same}>
            Same source as before <kbd>Space</kbd>
          </button>
        )}
        {status.kind !== 'exempt' && (
          <button type="button" className="btn sm" onClick={commands.exempt}>
            Nothing to check <kbd>X</kbd>
          </button>
        )}
      </div>
      {status.kind === 'exempt' && (
        <label className="field">
          <span className="lab">Why there is nothing to check</span>
          <select
            className="select"
            value={
              EXEMPT_REASONS.find((reason) =>
                status.annotations.some(({ note }) => note === reason),
              ) ?? ''
            }
            onChange={(event) => annotate.exempt(status, event.target.value)}
          >
            <option value="">Written in the note below</option>
            {EXEMPT_REASONS.map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </select>
        </label>
      )}
      {offered.length > 0 && (
        <div className="shelf">
          <h3 className="lab">Used in this article</h3>
          <ul>
            {offered.map((source) => (
              <li key={source.id}>
                <button type="button" className="shelf-item" onClick={() => onPick(source)}>
                  {source.title}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function EmptyHint({
  status,
  editable,
}: {
  readonly status: SentenceStatus
  readonly editable: boolean
}) {
  if (status.evidence === 'exempt') return <p className="muted small">It owes no source.</p>
  return <p className="muted small">{editable ? 'No source yet.' : 'No source.'}</p>
}

function ChangedFrom({ status }: { readonly status: SentenceStatus }) {
  const exact = status.annotations.map(({ sourcedText }) => sourcedText?.exact).find(Boolean)
  return exact ? (
    <p className="small">
      Sourced as: <q className="serif">{exact}</q>
    </p>
  ) : null
}

function countRelations(citations: readonly { readonly relation: string }[]): string {
  const count = (relation: string) =>
    citations.filter((citation) => citation.relation === relation).length
  const parts = [
    [count('supports'), 'supports', 'support'],
    [count('contradicts'), 'contradicts', 'contradict'],
  ] as const
  return parts.flatMap(([n, one, many]) => (n ? [`${n} ${n === 1 ? one : many}`] : [])).join(', ')
}
