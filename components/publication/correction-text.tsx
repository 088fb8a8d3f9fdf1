import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

interface CorrectionTextProps {
  readonly wrong: string
  readonly right: string
}

/** What readers are told of a correction, in their words. */
export function CorrectionText({ wrong, right }: CorrectionTextProps) {
  const t = useTranslations('versions')
  return (
    <>
      {wrong.trim() && <span>{t.rich('wrong', { words: wrong.trim(), ...MARKED })} </span>}
      {right.trim() && <span>{t.rich('right', { words: right.trim(), ...MARKED })} </span>}
    </>
  )
}

const MARKED = {
  b: (words: ReactNode) => <b>{words}</b>,
  bdi: (words: ReactNode) => <bdi>{words}</bdi>,
}
