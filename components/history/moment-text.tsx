'use client'
import { useTranslations } from 'next-intl'
import { DiffSegments, DiffText } from '#components/review/diff-text.tsx'
import type { Words } from '#components/ui/words.ts'
import type { BlockChange, DataChange, MomentText } from '#lib/domain/history/compare.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { evidenceWords, fieldWords, saidBy } from './moment-words.ts'
import { useHistoryWords } from './use-history-words.ts'

interface MomentBodyProps {
  readonly text: MomentText
  /** Null: nothing is restored by this person. */
  readonly onRestore: ((blockId: string) => void) | null
}

/** The article at a moment, with what changed marked in it. */
export function MomentBody({ text, onRestore }: MomentBodyProps) {
  const t = useTranslations('history')
  const { comparison, seq, sources } = text
  if (!comparison) return null
  // What the later of the two moments has and the earlier has not cannot be brought back from the earlier.
  const missing = comparison.to === seq ? 'removed' : 'added'
  return (
    <div className="moment-text">
      <ChangedData data={comparison.data} />
      {!comparison.blocks.length && <p className="muted">{t('noText')}</p>}
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
  const t = useTranslations('history')
  if (!data.length) return null
  return (
    <dl className="moment-data">
      {data.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWords(t, field)}</dt>
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
  const words = useHistoryWords()
  if (!discarded.length) return null
  return (
    <div className="moment-notes moment-data">
      {discarded.map((annotation) => (
        <p key={annotation.id}>
          {words.t('discarded', { said: saidBy(words, annotation, sources) })}
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
  const words = useHistoryWords()
  const { t } = words
  const notes = notesOf(t, block)
  return (
    <div className="moment-block" data-change={kind}>
      <p data-role={role} dir="auto">
        {role === 'figure' && <span className="muted">{t('figure')} </span>}
        <DiffSegments segments={segments} />
      </p>
      {(notes.length > 0 || evidence.length > 0 || onRestore) && (
        <div className="moment-notes">
          {notes.length > 0 && <p>{notes.join(' ')}</p>}
          {evidence.map((change) => (
            <p key={change.annotationId}>
              {evidenceWords(words, change, sources)} <q dir="auto">{change.sentence}</q>
            </p>
          ))}
          {onRestore && (
            <button type="button" className="btn sm" onClick={onRestore}>
              {t('restoreParagraph')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

function notesOf(
  t: Words<'history'>,
  { kind, moved, role, roleBefore, formatting }: BlockChange,
): readonly string[] {
  return [
    kind === 'added' && t('paragraph.added'),
    kind === 'removed' && t('paragraph.removed'),
    moved && t('paragraph.moved'),
    role !== roleBefore &&
      t('paragraph.role', { was: t(`role.${roleBefore}`), is: t(`role.${role}`) }),
    formatting && t(role === 'figure' ? 'paragraph.figure' : 'paragraph.formatting'),
  ].filter((words) => words !== false)
}
