import { useFormatter } from 'next-intl'
import type { List } from './words.ts'

/** Joins what stands in a row, as in a table or after a colon: `a, b, c`. */
export function useRow(): List {
  const { list } = useFormatter()
  return (items) => list(items, { type: 'unit' })
}
