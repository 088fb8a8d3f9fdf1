import type { FetchRequest } from './guarded-fetch.ts'
import type { Allowance } from './target.ts'

/** What a process of captures is asked, once in its life. */
export type Job =
  | { readonly type: 'fetch'; readonly request: FetchRequest; readonly allowance: Allowance | null }
  | { readonly type: 'read'; readonly bytes: Uint8Array }
  | { readonly type: 'reference'; readonly text: string }
