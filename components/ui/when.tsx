import { useTimeWords } from './time-words.ts'

/** A time as people say it; the exact one stands behind it. */
export function When({ at }: { readonly at: string }) {
  const words = useTimeWords()
  return (
    <time dateTime={at} title={words.full(at)} suppressHydrationWarning>
      {words.ago(at, new Date())}
    </time>
  )
}
