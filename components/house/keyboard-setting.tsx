'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { setSingleKeys, singleKeysOn } from '#components/ui/use-shortcut.ts'

export function KeyboardSetting() {
  const t = useTranslations('settings')
  const on = useSyncExternalStore(subscribe, singleKeysOn, () => true)
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => {
          setSingleKeys(event.target.checked)
          // Other tabs are told by the browser; this one tells itself.
          dispatchEvent(new Event('storage'))
        }}
      />
      <span>
        {t('singleKeys')}
        <small>{t('singleKeysHint')}</small>
      </span>
    </label>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}
