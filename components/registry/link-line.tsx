import { When } from '#components/ui/when.tsx'
import { type LinkHealth, linkState } from '#lib/domain/sourcing/link-state.ts'
import { LINK_WORDS, linkMeaning } from './capture-words.ts'

/** The health of an address in a word. */
export function LinkChip({ link }: { readonly link: LinkHealth }) {
  const state = linkState(link)
  return (
    <span className="link-chip" data-link={link.keptAt ? 'kept' : state}>
      {LINK_WORDS[state]}
    </span>
  )
}

/** The same with what it means, and when it was looked at. */
export function LinkLine({ link }: { readonly link: LinkHealth | undefined }) {
  if (!link) return <p className="muted">Nobody has looked at this address yet.</p>
  return (
    <>
      <p className="link-line">
        <LinkChip link={link} />
        <span>{linkMeaning(link)}</span>
        <span className="muted small">
          Looked at <When at={link.checkedAt} />
        </span>
      </p>
      {link.movedTo && (
        <p className="small">
          It stands at <bdi className="captured-url">{link.movedTo}</bdi>
        </p>
      )}
    </>
  )
}
