import type { ReactNode } from 'react'

/** A list with nothing in it: what it is for, and what to do. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string
  text: string
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="wrap">{children}</div>}
    </div>
  )
}
