import type { ReactNode } from 'react'

/** For a tag of a message: words that only those hear who do not see what they are about. */
export const hidden = (words: ReactNode) => <span className="vh">{words}</span>
