'use client'

import { useSyncExternalStore } from 'react'
import { isTheme, type Theme } from './themes.ts'

const YEAR = 365 * 86_400
const CHANGED = 'galley:theme'

/** The theme of this browser. It stands in a cookie, so that the server's first paint has it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, current, () => 'system' as const)
  return [theme, choose]
}

function subscribe(listener: () => void): () => void {
  addEventListener(CHANGED, listener)
  return () => removeEventListener(CHANGED, listener)
}

function current(): Theme {
  const theme = document.documentElement.dataset.theme
  return isTheme(theme) ? theme : 'system'
}

function choose(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  const age = theme === 'system' ? 0 : YEAR
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax`
  dispatchEvent(new Event(CHANGED))
}
