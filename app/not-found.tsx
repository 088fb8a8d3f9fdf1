import type { Metadata } from 'next'
import Link from 'next/link'

export const metadata: Metadata = { title: 'Not found' }

/** Also the answer for what one may not see: the two must not differ. */
export default function NotFound() {
  return (
    <main className="page narrow">
      <div className="empty">
        <h1>There is nothing at this address</h1>
        <p>It may have moved, or it is not open to you. Ask whoever sent you the link.</p>
        <div className="wrap">
          <Link className="btn primary" href="/">
            To the desk
          </Link>
        </div>
      </div>
    </main>
  )
}
