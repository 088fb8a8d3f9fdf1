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
        Single keys
        <small>
          Letters, digits and Space as commands: on the desk, in source mode, in review. Switch them
          off when you steer by voice or press them by accident. Ctrl K finds every command.
        </small>
      </span>
    </label>
  )
}

function subscribe(listener: () => void): () => void {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}
