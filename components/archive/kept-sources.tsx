import Link from 'next/link'
import { TERMS_WORDS } from '#components/registry/words.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { partsOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { ByWhom } from './by-whom.tsx'
import { KeptTable } from './kept-table.tsx'
import { RestoreSource } from './restore-source.tsx'

interface Done {
  readonly at: string
  readonly personName: string
}

export type RetiredLine = Done & { readonly id: string; readonly title: string }
export type PastLine = Done & {
  readonly id: string
  readonly sourceId: string
  readonly fields: Source
}

interface KeptSourcesProps {
  readonly retired: readonly RetiredLine[]
  readonly past: readonly PastLine[]
  readonly onRestore: ((form: FormData) => Promise<Outcome<null>>) | null
}

/** Sources that were withdrawn, and what sources said before they were changed. */
export function KeptSources({ retired, past, onRestore }: KeptSourcesProps) {
  return (
    <>
      {retired.length > 0 && (
        <KeptTable title="Withdrawn sources" id="kept-retired" columns={['Source', 'Withdrawn by']}>
          {retired.map(({ id, title, ...done }) => (
            <tr key={id}>
              <td>
                <bdi className="t">{title}</bdi>
              </td>
              <td>
                <ByWhom {...done} />
              </td>
              <td className="acts">
                {onRestore ? (
                  <RestoreSource id={id} title={title} action={onRestore} />
                ) : (
                  <Link className="btn quiet sm" href={`/sources?q=${encodeURIComponent(title)}`}>
                    In the registry<span className="vh">: {title}</span>
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </KeptTable>
      )}
      {past.length > 0 && (
        <KeptTable
          title="Sources before they were changed"
          id="kept-past"
          columns={['What it said', 'Changed by']}
        >
          {past.map(({ id, fields, ...done }) => (
            <tr key={id}>
              <td>
                <bdi className="t">{fields.title}</bdi>
                <div className="sub">
                  <span>
                    readers saw “<bdi>{fields.publicName}</bdi>”
                  </span>
                  <span>{TERMS_WORDS[fields.terms]}</span>
                  {fields.url && <span className="address">{fields.url}</span>}
                </div>
                {fields.csl && <div className="why">{partsOfCsl(fields.csl).join(', ')}</div>}
                {fields.description && <div className="why">{fields.description}</div>}
              </td>
              <td>
                <ByWhom {...done} />
              </td>
              <td className="acts">
                <Link
                  className="btn quiet sm"
                  href={`/sources?q=${encodeURIComponent(fields.title)}`}
                >
                  In the registry<span className="vh">: {fields.title}</span>
                </Link>
              </td>
            </tr>
          ))}
        </KeptTable>
      )}
    </>
  )
}
