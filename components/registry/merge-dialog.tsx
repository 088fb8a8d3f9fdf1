'use client'
import { useEffect, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type FoundUses, registryApi } from '#lib/collab/browser/registry-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { articleWords, UseList } from './used-in.tsx'
import { USES_AT_ONCE } from './uses-at-once.ts'

interface MergeDialogProps {
  readonly into: Source
  readonly from: Source
  readonly onClose: () => void
  readonly onMerged: () => void
}

/** Says what a merge does, and to which articles, before it is done. */
export function MergeDialog({ into, from, onClose, onMerged }: MergeDialogProps) {
  const [uses, setUses] = useState<FoundUses | null>(null)
  const [wrong, setWrong] = useState('')
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    void registryApi.uses(from.id, USES_AT_ONCE).then((answer) => {
      if (answer.ok) setUses(answer.value)
      else setWrong(answer.message)
    })
  }, [from.id])
  const merge = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await registryApi.merge(into.id, from.id)
    setBusy(false)
    if (answer.ok) onMerged()
    else setWrong(answer.message)
  }
  return (
    <Dialog
      title="Merge two sources"
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            Cancel
          </button>
          <button type="button" className="btn primary" aria-disabled={isBusy} onClick={merge}>
            {isBusy ? 'Merging…' : 'Merge'}
          </button>
        </>
      }
    >
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <p>
        “<bdi>{from.title}</bdi>” becomes another name of “<bdi>{into.title}</bdi>”. What cites it
        goes on, and readers are shown “<bdi>{into.wording || into.publicName}</bdi>”. It can be
        undone for 30 days.
      </p>
      <p className="hint">
        Approvals end where readers see something else than before, or one source where they saw
        two.
      </p>
      <Affected from={from} uses={uses} />
    </Dialog>
  )
}

function Affected({ from, uses }: { from: Source; uses: FoundUses | null }) {
  if (!uses) return <p className="muted">Looking for articles that cite it…</p>
  if (!uses.total) return <p className="muted">No article that you can open cites it.</p>
  return (
    <>
      <h3>It is cited in {articleWords(uses.total)}</h3>
      <UseList sourceId={from.id} first={uses} />
    </>
  )
}
