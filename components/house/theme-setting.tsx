'use client'

import { THEMES } from './themes.ts'
import { useTheme } from './use-theme.ts'

export function ThemeSetting() {
  const [theme, setTheme] = useTheme()
  return (
    <fieldset className="field">
      <legend>Theme on this device</legend>
      {THEMES.map(({ id, words }) => (
        <label className="check" key={id}>
          <input
            type="radio"
            name="theme"
            value={id}
            checked={theme === id}
            onChange={() => setTheme(id)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
