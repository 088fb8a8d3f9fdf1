import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '#components/ui/notice.tsx'
import type { PublishedBefore } from '#lib/collab/browser/vault-api.ts'

/** Says which published versions tell who a source is, and what can be done about it. */
export function AlreadyOut({ published }: { readonly published: PublishedBefore }) {
  const t = useTranslations('identity')
  const { total, versions } = published
  if (!total) return null
  return (
    <Notice tone="bad">
      <p>{t('alreadyOut', { count: total })}</p>
      <ul>
        {versions.map(({ slug, number, headline }) => (
          <li key={`${slug} ${number}`}>
            <a href={`/read/${slug}/v/${number}`}>{t.rich('outIn', { headline, number, bdi })}</a>
          </li>
        ))}
        {total > versions.length && (
          <li>{t('outElsewhere', { count: total - versions.length })}</li>
        )}
      </ul>
      <p>{t('takeItDown')}</p>
    </Notice>
  )
}

const bdi = (words: ReactNode) => <bdi>{words}</bdi>
