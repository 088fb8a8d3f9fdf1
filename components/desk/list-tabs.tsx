import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { DeskLine } from './entry.ts'
import { LISTS, type ListName, linesOf } from './lists.ts'

/** The lists, each with how many lines it has; they are addresses, so that they can be sent and kept. */
export function ListTabs({
  current,
  search,
  lines,
}: {
  current: ListName
  search: string
  lines: readonly DeskLine[]
}) {
  const t = useTranslations('desk')
  const hrefOf = (list: ListName) => {
    const query = new URLSearchParams({
      ...(list !== 'all' && { list }),
      ...(search && { q: search }),
    })
    return query.size ? `/?${query}` : '/'
  }
  return (
    <nav className="tabs" aria-label={t('lists')}>
      {LISTS.map((list) => (
        <Link
          key={list}
          href={hrefOf(list)}
          {...(list === current && { 'aria-current': 'page' as const })}
        >
          {`${t(`list.${list}`)} `}
          <span className="n num">{linesOf(list, lines).length}</span>
        </Link>
      ))}
    </nav>
  )
}
