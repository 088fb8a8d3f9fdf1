import { useEffect, useRef } from 'react'

/** Has the browser ask before the page goes while something is in it alone. */
export function useHold(holds: () => boolean): void {
  const latest = useRef(holds)
  latest.current = holds
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (latest.current()) event.preventDefault()
    }
    // Our own links change the page without leaving it, so that nothing would ask: the browser follows them then.
    const follow = (event: MouseEvent) => {
      if (leadsAway(event.target) && latest.current()) event.stopPropagation()
    }
    addEventListener('beforeunload', ask)
    addEventListener('click', follow, { capture: true })
    return () => {
      removeEventListener('beforeunload', ask)
      removeEventListener('click', follow, { capture: true })
    }
  }, [])
}

function leadsAway(target: EventTarget | null): boolean {
  const link = target instanceof Element && target.closest('a')
  return (
    link instanceof HTMLAnchorElement && link.href !== '' && link.pathname !== location.pathname
  )
}
