import Link from 'next/link'
import { Icon } from '#components/ui/icon.tsx'
import { linkState } from '#lib/domain/sourcing/link-state.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { EditSource, type SourceActions } from './edit-source.tsx'
import { LinkChip } from './link-line.tsx'
import { KIND_ICONS, KIND_WORDS, RELIABILITY_WORDS, TERMS_WORDS } from './words.ts'

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
  return (
    <table className="desk register">
      <caption className="vh">Sources</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Terms</th>
          <th scope="col">Reliability</th>
          <th scope="col">Address</th>
          {actions && (
            <th scope="col">
              <span className="vh">Actions</span>
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
          <span>{KIND_WORDS[kind]}</span>
          {publicName !== title && (
            <span>
              readers see “<bdi>{publicName}</bdi>”
            </span>
          )}
        </div>
      </td>
      <td>
        {TERMS_WORDS[terms]}
        {wording && <div className="small muted">“{wording}”</div>}
      </td>
      <td>
        <b>{reliability}</b> <span className="muted small">{RELIABILITY_WORDS[reliability]}</span>
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
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url
  return (
    <a href={url} rel="noreferrer noopener" target="_blank" title={url}>
      {host || url}
      <span className="vh"> (opens in a new tab)</span>
    </a>
  )
}
