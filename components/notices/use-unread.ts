import { useEffect, useState } from 'react'
import { noticesApi } from '#lib/collab/browser/notices-api.ts'

/** Often enough to be told within seconds, rarely enough to cost nothing. */
const EVERY = 10_000

/** How many notices are unread, asked again while somebody looks at the page, and when they come back to it. */
export function useUnread(first: number | null): number {
  const [count, setCount] = useState(first ?? 0)
  useEffect(() => {
    if (first !== null) setCount(first)
  }, [first])
  useEffect(() => {
    let isGone = false
    const look = async () => {
      if (document.visibilityState !== 'visible' || !navigator.onLine) return
      const answer = await noticesApi.unread()
      // Who cannot be reached is asked again: the number of before stays.
      if (answer.ok && !isGone) setCount(answer.value.count)
    }
    if (first === null) void look()
    const timer = setInterval(look, EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [first])
  return count
}
