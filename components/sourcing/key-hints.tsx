'use client'
import { useTranslations } from 'next-intl'
import { HINTED } from '#components/keys/key-table.ts'
import { KeyOf } from '#components/keys/key-words.tsx'

/**
 * The single keys of a sentence's evidence, in words. Touch has the buttons that do the same. `where`: how one gets to the
 * place where they work, said while the focus is elsewhere.
 */
export function KeyHints({ where }: { readonly where?: string }) {
  const t = useTranslations('commands')
  return (
    <>
      {where && <p className="keys-where small muted">{where}</p>}
      <ul className="key-hints" aria-label={t('keys')}>
        {HINTED.map((id) => (
          <li key={id}>
            <KeyOf command={id} /> {t(`hint.${id}`)}
          </li>
        ))}
        <li>
          <KeyOf command="help" /> {t('allKeys')}
        </li>
      </ul>
    </>
  )
}
