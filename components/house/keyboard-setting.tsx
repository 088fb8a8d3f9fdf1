'use client'

import { useSyncExternalStore } from 'react'
import { setSingleKeys, singleKeysOn } from '#components/ui/use-shortcut.ts'

export function KeyboardSetting() {
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
        Single keys on the desk
        <small>
          N: new article, F: search. Switch them off when you steer by voice or press them by
          accident.
        </small>
      </span>
    </label>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}
