import type { GlyphName } from './display.ts'

/** A state's shape. It is decoration: the word stands beside it, or in the name of what holds it. */
export function Glyph({ name, big = false }: { name: GlyphName; big?: boolean }) {
  return <i className={`g g-${name}${big ? ' big' : ''}`} aria-hidden="true" />
}
