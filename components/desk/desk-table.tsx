import { useTranslations } from 'next-intl'
import { DeskRow } from './desk-row.tsx'
import type { DeskLine } from './entry.ts'

export interface Group {
  readonly name: string
  readonly lines: readonly DeskLine[]
}

/** The list; groups without a line are left out, and a single group needs no head. */
export function DeskTable({
  groups,
  meId,
  now,
}: {
  groups: readonly Group[]
  meId: string
  now: Date
}) {
  const t = useTranslations('desk')
  const shown = groups.filter(({ lines }) => lines.length)
  const hasMoves = shown.some(({ lines }) => lines.some(({ may }) => may.archive || may.takeBack))
  return (
    <table className="desk" id="list">
      <caption className="vh">{t('articles')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('article')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col" className="cv">
            {t('coverage')}
          </th>
          <th scope="col">{t('hereNow')}</th>
          <th scope="col">{t('deadline')}</th>
          <th scope="col">{t('changed')}</th>
          {hasMoves && (
            <th scope="col">
              <span className="vh">{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      {shown.map(({ name, lines }) => (
        <tbody key={name}>
          {shown.length > 1 && (
            <tr className="grp">
              <th colSpan={hasMoves ? 7 : 6} scope="rowgroup">
                {name} <span className="muted num">{lines.length}</span>
              </th>
            </tr>
          )}
          {lines.map((line) => (
            <DeskRow key={line.id} {...{ line, meId, now, hasMoves }} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
