'use client'

import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'

/** A secret that is shown this one time. */
export function SecretNote({
  what,
  secret,
  isMany = false,
}: {
  what: string
  secret: string
  isMany?: boolean
}) {
  const [copied, setCopied] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(secret)
      announce('Copied.')
    } catch {
      // Refused by the browser: it can still be selected.
      announce('The browser did not allow copying. Select it instead.', 'assertive')
    }
  }
  return (
    <Notice tone="good">
      <p>
        <b>
          Copy the {what} now: {isMany ? 'they are' : 'it is'} shown only this once.
        </b>
      </p>
      <div className="secret">
        <code>{secret}</code>
        <button type="button" className="btn" onClick={() => void copy()}>
          <Icon name={copied === secret ? 'check' : 'copy'} />
          {copied === secret ? 'Copied' : 'Copy'}
        </button>
      </div>
    </Notice>
  )
}
