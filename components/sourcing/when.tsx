/** A time as people say it; the exact one stands behind it. */
export function When({ at }: { readonly at: string }) {
  const date = new Date(at)
  const today = new Date().toDateString() === date.toDateString()
  const options: Intl.DateTimeFormatOptions = today
    ? { hour: '2-digit', minute: '2-digit' }
    : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }
  return (
    <time dateTime={at} title={date.toLocaleString('en-GB')} suppressHydrationWarning>
      {date.toLocaleString('en-GB', options)}
    </time>
  )
}
