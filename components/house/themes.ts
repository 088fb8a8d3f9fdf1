import type { IconName } from '#components/ui/icon.tsx'

export type Theme = 'system' | 'light' | 'dark'

export const THEMES: readonly {
  readonly id: Theme
  readonly words: string
  readonly icon: IconName
}[] = [
  { id: 'system', words: 'As the system', icon: 'screen' },
  { id: 'light', words: 'Light', icon: 'sun' },
  { id: 'dark', words: 'Dark', icon: 'moon' },
]

export function isTheme(value: unknown): value is Theme {
  return THEMES.some(({ id }) => id === value)
}
