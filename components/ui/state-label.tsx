import { useTranslations } from 'next-intl'
import type { Display } from '#lib/domain/review/status.ts'
import { GLYPH_OF } from './display.ts'
import { Glyph } from './glyph.tsx'

/** Shape and word of a sentence's state, in its ink. `sources`: how many it has, said with "Sourced". */
export function StateLabel({
  display,
  sources,
  chip = false,
}: {
  display: Display
  sources?: number
  chip?: boolean
}) {
  const t = useTranslations('terms.display')
  const glyph = GLYPH_OF[display]
  const count = display === 'sourced' && sources ? ` · ${sources}` : ''
  return (
    <span className={`${chip ? 'chip' : 'state'} ink-${glyph}`}>
      <Glyph name={glyph} />
      <b>
        {t(display)}
        {count}
      </b>
    </span>
  )
}
