import type { SaveState } from '#lib/collab/browser/save-state.ts'

/** What a person has to know, and can do, when saving does not go by itself. */
export function SaveTrouble({ save }: { readonly save: SaveState }) {
  const trouble = troubleOf(save)
  if (!trouble) return null
  return (
    <div className="trouble" role="alert">
      <p>{trouble.words}</p>
      {trouble.link && (
        <a className="btn sm" href={trouble.link.href}>
          {trouble.link.words}
        </a>
      )}
    </div>
  )
}

function troubleOf(save: SaveState) {
  const here = typeof location === 'undefined' ? '/' : location.pathname
  switch (save.kind) {
    case 'refused':
      return { words: `Not saved: ${save.reason}`, link: { href: here, words: 'Reload' } }
    case 'outdated':
      return {
        words: 'A newer Galley is running. Your changes are kept on this device; reload to go on.',
        link: { href: here, words: 'Reload' },
      }
    case 'signedOut':
      return {
        words: 'You have been signed out. What you wrote is kept on this device.',
        link: { href: `/sign-in?next=${encodeURIComponent(here)}`, words: 'Sign in' },
      }
    case 'gone':
      return {
        words: 'You may no longer see this article.',
        link: { href: '/', words: 'Back to the desk' },
      }
    default:
      return null
  }
}
