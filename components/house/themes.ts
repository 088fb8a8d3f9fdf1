import type { IconName } from '#components/ui/icon.tsx'

export type Theme = 'system' | 'light' | 'dark'

export const THEMES: readonly {
  readonly id: Theme
  readonly icon: IconName
}[] = [
  { id: 'system', icon: 'screen' },
  { id: 'light', icon: 'sun' },
  { id: 'dark', icon: 'moon' },
]

export function isTheme(value: unknown): value is Theme {
  return THEMES.some(({ id }) => id === value)
}
