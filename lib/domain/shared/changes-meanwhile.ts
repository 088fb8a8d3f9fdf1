/** What somebody else changed while a form was open, and what becomes of it there. */
export interface ChangeMeanwhile<Field extends string> {
  readonly field: Field
  readonly seen: string
  readonly now: string
  /** What was typed into the field meanwhile, and stays; null: nothing was, and it takes what is there now. */
  readonly typed: string | null
}

/** What changed between what a form showed and what is there, in the order of the fields [SRC11, ACC9]. */
export function changesBetween<Field extends string>(
  fields: readonly Field[],
  seen: Readonly<Record<Field, string>>,
  now: Readonly<Record<Field, string>>,
  typed: Readonly<Partial<Record<string, unknown>>> = seen,
): readonly ChangeMeanwhile<Field>[] {
  return fields
    .filter((field) => seen[field] !== now[field])
    .map((field) => {
      const own = typed[field]
      const isOwn = typeof own === 'string' && own !== seen[field] && own !== now[field]
      return { field, seen: seen[field], now: now[field], typed: isOwn ? own : null }
    })
}
