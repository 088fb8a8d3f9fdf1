'use client'
import { DiffSegments, DiffText } from '#components/review/diff-text.tsx'
import type { BlockChange, DataChange, MomentText } from '#lib/domain/history/compare.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { evidenceWords, fieldWords, saidBy } from './moment-words.ts'

interface MomentBodyProps {
  readonly text: MomentText
  /** Null: nothing is restored by this person. */
  readonly onRestore: ((blockId: string) => void) | null
}

/** The article at a moment, with what changed marked in it. */
export function MomentBody({ text, onRestore }: MomentBodyProps) {
  const { comparison, seq, sources } = text
  if (!comparison) return null
  // What the later of the two moments has and the earlier has not cannot be brought back from the earlier.
  const missing = comparison.to === seq ? 'removed' : 'added'
  return (
    <div className="moment-text">
      <ChangedData data={comparison.data} />
      {!comparison.blocks.length && <p className="muted">There was no text.</p>}
      <Discarded discarded={comparison.discarded} sources={sources} />
      {comparison.blocks.map((block, at) => (
        <ChangedBlock
          // biome-ignore lint/suspicious/noArrayIndexKey: two blocks may have one id
          key={`${block.id} ${at}`}
          block={block}
          sources={sources}
          onRestore={
            onRestore && block.id && block.kind !== 'same' && block.kind !== missing
              ? () => onRestore(block.id)
              : null
          }
        />
      ))}
    </div>
  )
}

/** What was said about the article beside its text. */
function ChangedData({ data }: { readonly data: readonly DataChange[] }) {
  if (!data.length) return null
  return (
    <dl className="moment-data">
      {data.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWords(field)}</dt>
          <dd dir="auto">
            <DiffText before={before} after={after} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface DiscardedProps {
  readonly discarded: readonly Annotation[]
  readonly sources: MomentText['sources']
}

/** Evidence that had lost its words, and was then thrown away. */
function Discarded({ discarded, sources }: DiscardedProps) {
  if (!discarded.length) return null
  return (
    <div className="moment-notes moment-data">
      {discarded.map((annotation) => (
        <p key={annotation.id}>
          Thrown away, without a place: {saidBy(annotation, sources)}
          {annotation.note && (
            <>
              {' '}
              <q dir="auto">{annotation.note}</q>
            </>
          )}
        </p>
      ))}
    </div>
  )
}

interface ChangedBlockProps {
  readonly block: BlockChange
  readonly sources: MomentText['sources']
  readonly onRestore: (() => void) | null
}

function ChangedBlock({ block, sources, onRestore }: ChangedBlockProps) {
  const { role, segments, evidence, kind } = block
  const notes = notesOf(block)
  return (
    <div className="moment-block" data-change={kind}>
      <p data-role={role} dir="auto">
        {role === 'figure' && <span className="muted">Figure: </span>}
        <DiffSegments segments={segments} />
      </p>
      {(notes.length > 0 || evidence.length > 0 || onRestore) && (
        <div className="moment-notes">
          {notes.length > 0 && <p>{notes.join(' ')}</p>}
          {evidence.map((change) => (
            <p key={change.annotationId}>
              {evidenceWords(change, sources)} <q dir="auto">{change.sentence}</q>
            </p>
          ))}
          {onRestore && (
            <button type="button" className="btn sm" onClick={onRestore}>
              Restore this paragraph
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function notesOf({ kind, moved, role, roleBefore, formatting }: BlockChange): readonly string[] {
  return [
    kind === 'added' && 'This paragraph is new.',
    kind === 'removed' && 'This paragraph is gone.',
    moved && 'It stands elsewhere.',
    role !== roleBefore && `It was: ${roleBefore}. It is: ${role}.`,
    formatting &&
      (role === 'figure'
        ? 'Its picture or its credit changed.'
        : 'Formatting, links or sentence ends changed.'),
  ].filter((words) => words !== false)
}
