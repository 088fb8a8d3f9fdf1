'use client'
import { KeyHints } from '#components/sourcing/key-hints.tsx'
import { SentenceList } from '#components/sourcing/sentence-list.tsx'
import type { Sourcing } from '#components/sourcing/use-sourcing.ts'
import type { Way } from './way.ts'

interface SourcePaneProps {
  readonly sourcing: Sourcing
  readonly current: number
  readonly way: Way
}

/** Source mode: a frame says where the keys go, and the text cannot be hurt by them. */
export function SourcePane({ sourcing, current, way }: SourcePaneProps) {
  const leave = () => way.enter('write')
  return (
    <>
      <div className="source-bar">
        <p>
          <b>Source mode</b>{' '}
          <span>Keys act on the selected sentence. The text cannot be changed here.</span>
        </p>
        <span className="grow" />
        <button type="button" className="btn sm" onClick={leave}>
          <kbd>Esc</kbd> Back to writing
        </button>
      </div>
      <div className="source-scroll">
        {sourcing.statuses.length ? (
          <SentenceList sourcing={sourcing} current={current} onSelect={way.go} onLeave={leave} />
        ) : (
          <p className="source-empty muted">
            Write or paste the text first: its sentences stand here then.
          </p>
        )}
      </div>
      {sourcing.editable && <KeyHints />}
    </>
  )
}
