/** What went and came. Line style says it without colour; both survive forced colours. */
export const CHANGES_CSS = `
del { text-decoration: line-through 1.5px var(--crimson); color: var(--muted) }
ins { text-decoration: underline 2px; text-underline-offset: .18em; background: var(--hover); -webkit-box-decoration-break: clone; box-decoration-break: clone }
del + ins { margin-inline-start: .25em }
`
