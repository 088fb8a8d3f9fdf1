'use client'

import { useTranslations } from 'next-intl'
import { THEMES } from './themes.ts'
import { useTheme } from './use-theme.ts'

export function ThemeSetting() {
  const t = useTranslations('settings')
  const [theme, setTheme] = useTheme()
  return (
    <fieldset className="field">
      <legend>{t('themeHere')}</legend>
      {THEMES.map(({ id }) => (
        <label className="check" key={id}>
          <input
            type="radio"
            name="theme"
            value={id}
            checked={theme === id}
            onChange={() => setTheme(id)}
          />
          <span>{t(`themes.${id}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}
