'use client'

import Link from 'next/link'

/** An unexpected error: what it means for one's work, and the two ways on. */
export function TroublePage({ retry }: { retry: () => void }) {
  return (
    <div className="page narrow">
      <div className="empty" role="alert">
        <h1>Something went wrong</h1>
        <p>
          The page could not be made. Nothing that was saved is lost, and changes that are kept on
          this device stay there until the server has them.
        </p>
        <div className="wrap">
          <button type="button" className="btn primary" onClick={retry}>
            Try again
          </button>
          <Link className="btn" href="/">
            To the desk
          </Link>
        </div>
      </div>
    </div>
  )
}
