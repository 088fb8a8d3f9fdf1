import { useTranslations } from 'next-intl'
import { Notice } from '#components/ui/notice.tsx'

const REASONS = ['unknown', 'unverified', 'taken', 'disabled'] as const

interface ProviderRefusalProps {
  /** From the address: one of the words that we know, or anything. */
  readonly refused: unknown
  readonly by: string
}

/** Why signing in elsewhere did not lead in here, and what to do. */
export function ProviderRefusal({ refused, by }: ProviderRefusalProps) {
  const t = useTranslations('gateway')
  const reason = REASONS.find((each) => each === refused) ?? 'other'
  return <Notice tone="bad">{t(`refused.${reason}`, { provider: by })}</Notice>
}
