'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** A secret that is shown this one time. */
export function SecretNote({
  what,
  secret,
}: {
  what: 'secret' | 'token' | 'link' | 'codes'
  secret: string
}) {
  const t = useTranslations('house')
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(secret)
      announce(t('copiedSaid'))
    } catch {
      // Refused by the browser: it can still be selected.
      announce(t('copyRefused'), 'assertive')
    }
  }
  return (
    <Notice tone="good">
      <p>
        <b>{t(`shownOnce.${what}`)}</b>
      </p>
      <div className="secret">
        <code>{secret}</code>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name={copied === secret ? 'check' : 'copy'} />
          {copied === secret ? t('copied') : t('copy')}
        </button>
      </div>
    </Notice>
  )
}
