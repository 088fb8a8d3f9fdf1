import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '#components/ui/icon.tsx'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { EditSource, type SourceActions } from './edit-source.tsx'
import { LinkChip } from './link-line.tsx'
import { KIND_ICONS } from './words.ts'

interface Group {
  readonly name: string
  /** Of all of them, also of those that are not shown. */
  readonly count: number
  readonly sources: readonly Source[]
}

/** The registry. `actions` null: this person reads only. */
export function SourceList({
  groups,
  actions,
}: {
  groups: readonly Group[]
  actions: SourceActions | null
}) {
  const t = useTranslations('registry')
  return (
    <table className="desk register">
      <caption className="vh">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('terms')}</th>
          <th scope="col">{t('reliability')}</th>
          <th scope="col">{t('address')}</th>
          {actions && (
            <th scope="col">
              <span className="vh">{t('actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      {groups
        .filter(({ sources }) => sources.length)
        .map(({ name, count, sources }) => (
          <tbody key={name}>
            {(groups[1]?.sources.length ?? 0) > 0 && (
              <tr className="grp">
                <th colSpan={actions ? 5 : 4} scope="rowgroup">
                  {name} <span className="muted num">{count}</span>
                </th>
              </tr>
            )}
            {sources.map((source) => (
              <Row key={source.id} source={source} actions={actions} />
            ))}
          </tbody>
        ))}
    </table>
  )
}

function Row({ source, actions }: { source: Source; actions: SourceActions | null }) {
  const t = useTranslations('registry')
  const words = useTranslations('sourceTerms')
  const { id, kind, title, publicName, terms, wording, reliability, url, retiredAt, link } = source
  return (
    <tr className={retiredAt ? 'away' : ''}>
      <td>
        <span className="kindicon">
          <Icon name={KIND_ICONS[kind]} />
        </span>
        <Link className="t" href={`/sources/${id}`}>
          <bdi>{title}</bdi>
        </Link>
        <div className="sub">
          <span>{words(`kind.${kind}`)}</span>
          {publicName !== title && (
            <span>
              {t.rich('readersSee', { name: publicName, bdi: (name) => <bdi>{name}</bdi> })}
            </span>
          )}
        </div>
      </td>
      <td>
        {words(`terms.${terms}`)}
        {wording && <div className="small muted">{t('quoted', { words: wording })}</div>}
      </td>
      <td>
        <b>{reliability}</b>{' '}
        <span className="muted small">{words(`reliability.${reliability}`)}</span>
      </td>
      <td className="address">
        {url && <Address url={url} />}
        {link && linkState(link) !== 'ok' && <LinkChip link={link} />}
      </td>
      {actions && (
        <td className="acts">
          <EditSource source={source} actions={actions} />
        </td>
      )}
    </tr>
  )
}

/** Only what names the place; the whole address is in the link. */
function Address({ url }: { url: string }) {
  const t = useTranslations('registry')
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
  return (
    <a href={url} rel="noreferrer noopener" target="_blank" title={url}>
      {host || url}
      <span className="vh"> {t('newTab')}</span>
    </a>
  )
}
