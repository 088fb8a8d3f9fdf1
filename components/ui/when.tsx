import { agoWords, fullTime } from './time-words.ts'

/** A time as people say it; the exact one stands behind it. */
export function When({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={fullTime(at)} suppressHydrationWarning>
      {agoWords(at, new Date())}
    </time>
  )
}
