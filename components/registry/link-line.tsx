import { useTranslations } from 'next-intl'
import { When } from '#components/ui/when.tsx'
import { type LinkHealth, linkState } from '#lib/domain/sourcing/link-state.ts'
import { linkMeaning } from './capture-words.ts'

/** The health of an address in a word. */
export function LinkChip({ link }: { readonly link: LinkHealth }) {
  const t = useTranslations('sourceTerms.link')
  const state = linkState(link)
  return (
    <span className="link-chip" data-link={link.keptAt ? 'kept' : state}>
      {t(state)}
    </span>
  )
}

/** The same with what it means, and when it was looked at. */
export function LinkLine({ link }: { readonly link: LinkHealth | undefined }) {
  const t = useTranslations('sourcePage')
  if (!link) return <p className="muted">{t('unlooked')}</p>
  return (
    <>
      <p className="link-line">
        <LinkChip link={link} />
        <span>{linkMeaning(t, link)}</span>
        <span className="muted small">
          {t.rich('lookedAt', { when: () => <When at={link.checkedAt} /> })}
        </span>
      </p>
      {link.movedTo && (
        <p className="small">
          {t.rich('standsAt', {
            address: link.movedTo,
            url: (address) => <bdi className="captured-url">{address}</bdi>,
          })}
        </p>
      )}
    </>
  )
}
