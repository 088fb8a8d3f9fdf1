/** Who works on an article, and who sees it while it is restricted. Ids of persons. */
export interface ArticlePeople {
  readonly restricted: boolean
  readonly assigned: readonly string[]
  readonly named: readonly string[]
}

/**
 * What somebody changed who saw `seen`, made to what there is `now`: what they left as it was stays as somebody else has
 * changed it meanwhile [ACC10]. Two who change one thing want the same of it, for it is said or not.
 */
export function changedPeople(
  now: ArticlePeople,
  seen: ArticlePeople,
  wanted: ArticlePeople,
): ArticlePeople {
  const restricted = wanted.restricted === seen.restricted ? now.restricted : wanted.restricted
  const list = (part: 'assigned' | 'named') => {
    const [was, is] = [new Set(seen[part]), new Set(wanted[part])]
    const kept = now[part].filter((id) => is.has(id) || !was.has(id))
    return [...new Set([...kept, ...wanted[part].filter((id) => !was.has(id))])]
  }
  return { restricted, assigned: list('assigned'), named: list('named') }
}
