import { ARTICLE_CSS } from './reader-css-article.ts'
import { BASE_CSS } from './reader-css-base.ts'
import { CHANGES_CSS } from './reader-css-changes.ts'
import { EVIDENCE_CSS } from './reader-css-evidence.ts'
import { MEDIA_CSS } from './reader-css-media.ts'

/** The reader page's whole stylesheet, without its comments and indents: every reader pays for each byte. */
export const READER_CSS = [BASE_CSS, ARTICLE_CSS, CHANGES_CSS, EVIDENCE_CSS, MEDIA_CSS]
  .join('\n')
  .replace(/\/\*.*?\*\/|^\s+/gms, '')
  .replace(/\n+/g, '\n')
  .trim()
