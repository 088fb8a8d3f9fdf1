import type { Metadata } from 'next'
import { offPersonOf } from '#app/no-mail/off-person.ts'

export const metadata: Metadata = { title: 'No more mail', referrer: 'no-referrer' }

type Search = Promise<Readonly<Record<string, string | string[] | undefined>>>

/** Where the switch of a letter leads. Nothing happens before the button: programs look at links ahead. */
export default async function NoMailPage({ searchParams }: { searchParams: Search }) {
  const { token, done } = await searchParams
  if (done === 'true') {
    return (
      <>
        <h1>No more mail</h1>
        <p>You get no more mail about notices. They still stand in the list.</p>
        <p>
          <a href="/account#notices">Choose what you get mail about</a>
        </p>
      </>
    )
  }
  const isOurs = typeof token === 'string' && offPersonOf(token) !== null
  if (!isOurs) {
    return (
      <>
        <h1>This switch does not work</h1>
        <p>
          The address is not whole. Copy all of it from the mail, or sign in and{' '}
          <a href="/account#notices">choose what you get mail about</a>.
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Get no more mail?</h1>
      <p>Mail about notices ends, of every kind. The list in the newsroom goes on.</p>
      <form method="post" action={`/no-mail/now?token=${encodeURIComponent(token)}`}>
        <input type="hidden" name="page" value="true" />
        <button type="submit" className="btn primary">
          No more mail
        </button>
      </form>
    </>
  )
}
