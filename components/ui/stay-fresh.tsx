'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Often enough to see who comes and goes, rarely enough to cost nothing. */
const EVERY = 15_000

/** Asks the server for the page anew while somebody looks at it, and when they come back to it. */
export function StayFresh() {
  const { refresh } = useRouter()
  useEffect(() => {
    const look = () => {
      // Not under an open dialog: should the session have ended, the page would leave with what was typed.
      if (document.querySelector('[role="dialog"]')) return
      if (document.visibilityState === 'visible' && navigator.onLine) refresh()
    }
    const timer = setInterval(look, EVERY)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])
  return null
}
