'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type FoundUses, registryApi } from '#lib/collab/browser/registry-api.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { UseList } from './used-in.tsx'
import { USES_AT_ONCE } from './uses-at-once.ts'

interface MergeDialogProps {
  readonly into: Source
  readonly from: Source
  readonly onClose: () => void
  readonly onMerged: () => void
}

/** Says what a merge does, and to which articles, before it is done. */
export function MergeDialog({ into, from, onClose, onMerged }: MergeDialogProps) {
  const t = useTranslations('registry')
  const ui = useTranslations('ui')
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
      title={t('mergeTitle')}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn" onClick={onClose}>
            {ui('cancel')}
          </button>
          <button type="button" className="btn primary" aria-disabled={isBusy} onClick={merge}>
            {t(isBusy ? 'merging' : 'merge')}
          </button>
        </>
      }
    >
      {wrong && <Notice tone="bad">{wrong}</Notice>}
      <p>
        {t.rich('mergeMeans', {
          from: from.title,
          into: into.title,
          shown: into.wording || into.publicName,
          bdi: (words: ReactNode) => <bdi>{words}</bdi>,
        })}
      </p>
      <p className="hint">{t('mergeHint')}</p>
      <Affected from={from} uses={uses} />
    </Dialog>
  )
}

function Affected({ from, uses }: { from: Source; uses: FoundUses | null }) {
  const t = useTranslations('registry')
  if (!uses) return <p className="muted">{t('lookingForUses')}</p>
  if (!uses.total) return <p className="muted">{t('notUsed')}</p>
  return (
    <>
      <h3>{t('citedIn', { count: uses.total })}</h3>
      <UseList sourceId={from.id} first={uses} />
    </>
  )
}
