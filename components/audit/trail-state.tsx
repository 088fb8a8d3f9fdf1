import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import { When } from '#components/ui/when.tsx'

export interface TrailStateProps {
  readonly rows: number
  readonly heads: number
  readonly signedRow: number
  readonly signedAt: string | null
  readonly fault: string | null
  /** The file that signed heads are written to, besides the database. */
  readonly headsFile: string
}

/** Whether the trail is as it was written, and where what proves it stands. */
export function TrailState(props: TrailStateProps) {
  const { rows, heads, signedRow, signedAt, fault, headsFile } = props
  const t = useTranslations('audit')
  const b = (text: ReactNode) => <b>{text}</b>
  return (
    <div className="trail-state">
      {fault === null ? (
        <Notice tone="good">{t.rich('whole', { count: rows, b })}</Notice>
      ) : (
        <Notice tone="bad">{t.rich('notWhole', { fault, b })}</Notice>
      )}
      <p className="small muted">
        {signedAt === null
          ? t.rich('noHeads', { file: headsFile, code })
          : t.rich('heads', {
              count: heads,
              row: signedRow,
              when: () => <When at={signedAt} />,
              file: headsFile,
              code,
            })}
      </p>
    </div>
  )
}

const code = (text: ReactNode) => <code>{text}</code>
