'use client'
import { useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import { CoverageStripe, CoverageWords } from '#components/ui/coverage-bar.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { owedByWriters } from '#lib/domain/publication/gate.ts'
import { NEEDS_WORK } from '#lib/domain/review/status.ts'
import type { ArticleModel, Mode } from './model.ts'
import { saveWords } from './save-words.ts'
import { DENSITIES, type Density, nextProblem } from './sentence-marks.ts'

export interface StatusBarProps {
  readonly model: ArticleModel
  readonly mode: Mode
  readonly density: Density
  readonly embedded: boolean
  readonly onDensity: (density: Density) => void
  readonly onNext: () => void
  /** How many annotations have lost their words. */
  readonly orphans: number
  readonly onTray: () => void
}

/** Saving in words, coverage, and the next thing to do. */
export function StatusBar(props: StatusBarProps) {
  const t = useTranslations('workspace')
  const saving = useTranslations('saving')
  const { model, mode, density, embedded, onDensity, onNext, orphans, onTray } = props
  const { coverage, view, content } = model
  return (
    <footer className="status">
      <span
        className="save"
        data-save={view.save.kind}
        title={embedded ? t('embedded') : undefined}
      >
        {saveWords(saving, view.save)}
      </span>
      {mode !== 'review' && <NextProblem model={model} onNext={onNext} />}
      {orphans > 0 && (
        <button type="button" className="btn quiet sm tray-button" onClick={onTray}>
          {t.rich('withoutPlace', { count: orphans, more: hidden })}
        </button>
      )}
      {view.loaded && coverage.sentences > 0 && (
        <span className="cov-line">
          <CoverageStripe {...coverage} />
          <span className="num">
            <CoverageWords {...coverage} />
          </span>
        </span>
      )}
      <span className="grow" />
      {mode === 'write' && <DensityField density={density} onDensity={onDensity} />}
      <span className="muted num words">{t('words', { count: wordsOf(content.blocks) })}</span>
      {view.readOnly && view.loaded && (
        <span className="chip plain">{view.suggests ? t('suggestionsOnly') : t('isReadOnly')}</span>
      )}
    </footer>
  )
}

function NextProblem({ model, onNext }: Pick<StatusBarProps, 'model' | 'onNext'>) {
  const t = useTranslations('workspace')
  const task = useTranslations('gate.task')
  const { statuses, current, blockers } = model
  const next = nextProblem(statuses, blockers, current, 1)
  const status = next === null ? undefined : statuses[next]
  if (!status) return null
  const number = status.sentence.index + 1
  const isOwed = !NEEDS_WORK.includes(status.display)
  const owed = owedByWriters(blockers).find(({ sentence }) => sentence === status.sentence.index)
  return (
    <button type="button" className="btn quiet sm" onClick={onNext}>
      {isOwed && owed
        ? t('nextOwed', { number, task: task(owed.kind) })
        : t('next', { number, display: status.display })}{' '}
      <KeyOf command="nextProblem" />
    </button>
  )
}

function DensityField({ density, onDensity }: Pick<StatusBarProps, 'density' | 'onDensity'>) {
  const t = useTranslations('workspace')
  return (
    <label className="density">
      <span className="muted">{t('marks')}</span>
      <select
        className="select sm"
        value={density}
        onChange={(event) => onDensity(event.target.value as Density)}
      >
        {DENSITIES.map((value) => (
          <option key={value} value={value}>
            {t(`density.${value}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Counted anew only for blocks that changed: blocks are values. */
const counts = new WeakMap<object, number>()

function wordsOf(blocks: ArticleModel['content']['blocks']): number {
  let sum = 0
  for (const block of blocks) {
    if (block.type !== 'text') continue
    const known =
      counts.get(block) ?? block.text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
    counts.set(block, known)
    sum += known
  }
  return sum
}
