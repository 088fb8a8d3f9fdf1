import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

interface KeptTableProps {
  readonly title: string
  readonly id: string
  readonly columns: readonly [what: string, done: string]
  readonly children: ReactNode
}

/** One kind of things: what it was, who and when, and the way back. */
export function KeptTable({ title, id, columns, children }: KeptTableProps) {
  const t = useTranslations('archive')
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="desk register kept" aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((words) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
            <th scope="col">
              <span className="vh">{t('wayBack')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
