import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'
import { useRow } from '#components/ui/use-row.ts'
import { type Blocker, owedByWriters } from '#lib/domain/publication/gate.ts'

interface OwedNoticeProps {
  readonly blockers: readonly Blocker[]
  /** Leads to a sentence, by its index. */
  readonly onGo: (index: number) => void
}

/** What the writers still owe: a reviewer cannot add it, and it undoes approvals when it comes later [GAT9]. */
export function OwedNotice({ blockers, onGo }: OwedNoticeProps) {
  const t = useTranslations('moving')
  const task = useTranslations('gate.task')
  const row = useRow()
  const owed = owedByWriters(blockers)
  const first = owed[0]?.sentence ?? null
  if (first === null) return null
  const count = new Set(owed.map(({ sentence }) => sentence)).size
  const tasks = row([...new Set(owed.map(({ kind }) => task(kind)))])
  return (
    <Notice>
      <p>{t('stillOwed', { count, tasks })}</p>
      <button type="button" className="btn sm" onClick={() => onGo(first)}>
        {t('showFirst', { number: first + 1 })}
      </button>
    </Notice>
  )
}
