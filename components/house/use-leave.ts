'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { announce } from '#components/ui/announce.ts'
import { clearCopies, unsentChanges } from '#lib/collab/browser/on-device.ts'

export interface Leave {
  /** Changes that would be lost; null while nobody is asked. */
  readonly unsent: number | null
  readonly pending: boolean
  readonly trouble: string
  ask(): void
  confirm(): void
  cancel(): void
}

/** Signs out; first asks when changes are only on this device. */
export function useLeave(personId: string, onSignOut: () => Promise<void>): Leave {
  const t = useTranslations('house')
  const [unsent, setUnsent] = useState<number | null>(null)
  const [trouble, setTrouble] = useState('')
  const [pending, start] = useTransition()
  const confirm = () =>
    start(async () => {
      try {
        // The server first: a sign-out that did not happen must not cost the copies.
        await onSignOut()
        await clearCopies(personId)
        location.assign('/sign-in')
      } catch {
        const sentence = t('signOutUnreached')
        setTrouble(sentence)
        setUnsent((count) => count ?? 0)
        announce(sentence, 'assertive')
      }
    })
  const ask = () => {
    setTrouble('')
    const count = unsentChanges(personId)
    if (count > 0) setUnsent(count)
    else confirm()
  }
  return { unsent, pending, trouble, ask, confirm, cancel: () => setUnsent(null) }
}
