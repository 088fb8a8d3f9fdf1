import { useCallback, useEffect, useRef } from 'react'

/**
 * One fetch at a time; what is asked for meanwhile comes with one more. What was announced while the tab slept or was
 * offline is fetched when it comes back.
 */
export function useRefresh(fetch: () => Promise<void>): () => Promise<void> {
  const running = useRef<Promise<void> | null>(null)
  const again = useRef(false)
  const refresh = useCallback((): Promise<void> => {
    again.current = true
    running.current ??= (async () => {
      while (again.current) {
        again.current = false
        await fetch()
      }
      running.current = null
    })()
    return running.current
  }, [fetch])

  useEffect(() => {
    const wake = () => void refresh()
    window.addEventListener('online', wake)
    window.addEventListener('focus', wake)
    return () => {
      window.removeEventListener('online', wake)
      window.removeEventListener('focus', wake)
    }
  }, [refresh])
  return refresh
}
