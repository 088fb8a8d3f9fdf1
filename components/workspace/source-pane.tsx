'use client'
import { useEffect, useRef } from 'react'
import { KeyOf } from '#components/keys/key-words.tsx'
import { placeWords } from '#components/sourcing/evidence-commands.ts'
import { KeyHints } from '#components/sourcing/key-hints.tsx'
import { SentenceList } from '#components/sourcing/sentence-list.tsx'
import type { Sourcing } from '#components/sourcing/use-sourcing.ts'
import { announce } from '#components/ui/announce.ts'
import type { Way } from './way.ts'

interface SourcePaneProps {
  readonly sourcing: Sourcing
  readonly current: number
  readonly way: Way
}

/** Source mode: a frame says where the keys go, and the text cannot be hurt by them. */
export function SourcePane({ sourcing, current, way }: SourcePaneProps) {
  const leave = () => way.enter('write')
  useEntering(sourcing)
  return (
    <>
      <div className="source-bar">
        <p>
          <b>Source mode</b>{' '}
          <span>Keys act on the selected sentence. The text cannot be changed here.</span>
        </p>
        <span className="grow" />
        {sourcing.lastStep !== null && (
          <button type="button" className="btn sm" onClick={sourcing.undo}>
            <KeyOf command="takeBack" /> Take back
            <span className="vh"> the step on sentence {sourcing.lastStep + 1}</span>
          </button>
        )}
        <button type="button" className="btn sm" onClick={leave}>
          <KeyOf command="leaveSources" /> Back to writing
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

/** Says to those who listen where the keys go now. */
function useEntering({ status, statuses, words }: Sourcing) {
  const isSaid = useRef(false)
  useEffect(() => {
    if (isSaid.current || !status) return
    isSaid.current = true
    announce(`Source mode. ${placeWords(words, status, statuses.length)}`)
  }, [status, statuses, words])
}
