'use client'

import { useTranslations } from 'next-intl'
import { TextInput } from '#components/ui/text-input.tsx'

/** Where a password is chosen. */
export function NewPassword({ label, error = null }: { label: string; error?: string | null }) {
  const t = useTranslations('ui')
  return (
    <TextInput
      label={label}
      hint={t('passwordHint')}
      type="password"
      name="password"
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={200}
      error={error}
    />
  )
}
