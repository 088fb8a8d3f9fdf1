'use client'
import { saveWords } from '#lib/collab/browser/save-state.ts'
import { DISPLAY_WORDS } from '#lib/domain/review/status.ts'
import type { ArticleModel, Mode } from './model.ts'
import { DENSITIES, DENSITY_WORDS, type Density, nextProblem } from './sentence-marks.ts'

export interface StatusBarProps {
  readonly model: ArticleModel
  readonly mode: Mode
  readonly density: Density
  readonly embedded: boolean
  readonly onDensity: (density: Density) => void
  readonly onNext: () => void
}

/** Saving in words, coverage, and the next thing to do. */
export function StatusBar({ model, mode, density, embedded, onDensity, onNext }: StatusBarProps) {
  const { coverage, statuses, view, current, content } = model
  const next = nextProblem(statuses, current, 1)
  const status = next === null ? undefined : statuses[next]
  return (
    <footer className="status" aria-label="Status">
      <span className="save" data-save={view.save.kind} title={embedded ? EMBEDDED : undefined}>
        {saveWords(view.save)}
      </span>
      {status && (
        <button type="button" className="btn quiet sm" onClick={onNext}>
          Next: sentence {status.sentence.index + 1}, {DISPLAY_WORDS[status.display].toLowerCase()}{' '}
          <kbd>Alt ↓</kbd>
        </button>
      )}
      <CoverageWords coverage={coverage} />
      <span className="grow" />
      <label className="density">
        <span className="muted">Marks</span>
        <select
          className="select sm"
          value={density}
          onChange={(event) => onDensity(event.target.value as Density)}
          disabled={mode !== 'write'}
        >
          {DENSITIES.map((value) => (
            <option key={value} value={value}>
              {DENSITY_WORDS[value]}
            </option>
          ))}
        </select>
      </label>
      <span className="muted num">{wordsOf(content.blocks)} words</span>
      {view.readOnly && view.loaded && <span className="chip plain">Read only</span>}
    </footer>
  )
}

const EMBEDDED =
  'Kept by the embedded database: it survives a crash of the server, not a power cut.'

function CoverageWords({ coverage }: Pick<ArticleModel, 'coverage'>) {
  const { sentences, tagged, evidenced, approved } = coverage
  const share = (count: number) =>
    ({ '--v': sentences ? (100 * count) / sentences : 0 }) as React.CSSProperties
  return (
    <span className="cov-line">
      <span className="cov" aria-hidden="true">
        <i className="c1" style={share(tagged)} />
        <i className="c2" style={share(evidenced)} />
        <i className="c3" style={share(approved)} />
      </span>
      <span className="num">
        <b>
          {tagged} of {sentences}
        </b>{' '}
        tagged · <b>{evidenced}</b> evidenced · <b>{approved}</b> approved
      </span>
    </span>
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
