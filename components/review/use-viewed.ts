import { useCallback, useEffect, useState } from 'react'

/** As many ticks as an article has sentences, and some of its past. */
const KEPT = 5_000

export interface Viewed {
  /** Fingerprints: a tick goes by itself when words or evidence move [QUE7]. */
  readonly all: ReadonlySet<string>
  readonly toggle: (fingerprint: string) => void
}

/** What this person has looked at in this article; kept in this browser. */
export function useViewed(articleId: string, personId: string): Viewed {
  const key = `galley.viewed.${personId}.${articleId}`
  const [all, setAll] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => setAll(readKept(key)), [key])
  const toggle = useCallback(
    (fingerprint: string) => {
      // Read anew: another tab may have ticked meanwhile.
      const next = new Set(readKept(key))
      if (!next.delete(fingerprint)) next.add(fingerprint)
      keep(key, [...next].slice(-KEPT))
      setAll(next)
    },
    [key],
  )
  return { all, toggle }
}

function readKept(key: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [])
  } catch {
    // No storage, or something else stands there.
    return new Set()
  }
}

function keep(key: string, fingerprints: readonly string[]): void {
  try {
    localStorage.setItem(key, JSON.stringify(fingerprints))
  } catch {
    // The ticks last as long as the page, then.
  }
}
