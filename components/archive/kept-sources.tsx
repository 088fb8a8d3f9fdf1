import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { TERMS_WORDS } from '#components/registry/words.ts'
import { hidden } from '#components/ui/hidden.tsx'
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
      {retired.length > 0 && <Withdrawn retired={retired} onRestore={onRestore} />}
      {past.length > 0 && <Changed past={past} />}
    </>
  )
}

function Withdrawn({ retired, onRestore }: Pick<KeptSourcesProps, 'retired' | 'onRestore'>) {
  const t = useTranslations('archive')
  return (
    <KeptTable title={t('withdrawn')} id="kept-retired" columns={[t('source'), t('withdrawnBy')]}>
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
              <InRegistry title={title} />
            )}
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

function Changed({ past }: Pick<KeptSourcesProps, 'past'>) {
  const t = useTranslations('archive')
  const shown = (text: ReactNode) => <bdi>{text}</bdi>
  return (
    <KeptTable title={t('changed')} id="kept-past" columns={[t('whatItSaid'), t('changedBy')]}>
      {past.map(({ id, fields, ...done }) => (
        <tr key={id}>
          <td>
            <bdi className="t">{fields.title}</bdi>
            <div className="sub">
              <span>{t.rich('readersSaw', { name: fields.publicName, shown })}</span>
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
            <InRegistry title={fields.title} />
          </td>
        </tr>
      ))}
    </KeptTable>
  )
}

function InRegistry({ title }: { readonly title: string }) {
  const t = useTranslations('archive')
  return (
    <Link className="btn quiet sm" href={`/sources?q=${encodeURIComponent(title)}`}>
      {t.rich('inRegistry', { title, more: hidden })}
    </Link>
  )
}
