import type { ReactNode } from 'react'

/** A component under its name in the code. */
export function Shown({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="gallery-shown" data-component={name}>
      <h3 className="gallery-name">{name}</h3>
      {children}
    </div>
  )
}

/** Several states side by side. */
export function Cases({ children }: { readonly children: ReactNode }) {
  return <div className="gallery-cases">{children}</div>
}

/** One state, and what it is. `full`: as wide as there is room. */
export function Case({
  name,
  full = false,
  children,
}: {
  readonly name: string
  readonly full?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={full ? 'gallery-case is-full' : 'gallery-case'}>
      <p className="case-name">{name}</p>
      {children}
    </div>
  )
}
