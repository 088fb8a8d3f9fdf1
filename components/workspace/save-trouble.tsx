import { type SaveState, whereabouts } from '#lib/collab/browser/save-state.ts'

/** What a person has to know, and can do, when saving does not go by itself. */
export function SaveTrouble({ save }: { readonly save: SaveState }) {
  const trouble = troubleOf(save)
  if (!trouble) return null
  return (
    <div className="trouble" role="alert">
      <p>{trouble.words.trim()}</p>
      <a className="btn sm" href={trouble.href}>
        {trouble.link}
      </a>
    </div>
  )
}

function troubleOf(save: SaveState) {
  const here = typeof location === 'undefined' ? '/' : location.pathname
  switch (save.kind) {
    case 'refused':
      return { words: `Not saved: ${save.reason}`, href: here, link: 'Reload' }
    case 'held':
      return { words: save.reason, href: '/', link: 'Back to the desk' }
    case 'outdated':
      return {
        words: `A newer Galley is running. ${whereabouts(save)}`,
        href: here,
        link: 'Reload',
      }
    case 'signedOut':
      return {
        words: `You have been signed out. ${whereabouts(save)}`,
        href: `/sign-in?next=${encodeURIComponent(here)}`,
        link: 'Sign in',
      }
    case 'gone':
      return { words: 'You may no longer see this article.', href: '/', link: 'Back to the desk' }
    case 'connecting':
    case 'saved':
    case 'saving':
    case 'offline':
    case 'notSaved':
      return null
    default:
      return save satisfies never
  }
}
