import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Words } from '#components/ui/words.ts'

/** What commands say what they did in. */
export interface SourcingWords {
  readonly t: Words<'sourcing'>
  readonly evidence: Words<'evidence'>
  readonly terms: Words<'terms'>
}

export function useSourcingWords(): SourcingWords {
  const t = useTranslations('sourcing')
  const evidence = useTranslations('evidence')
  const terms = useTranslations('terms')
  return useMemo(() => ({ t, evidence, terms }), [t, evidence, terms])
}
