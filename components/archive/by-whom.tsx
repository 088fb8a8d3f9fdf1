import { useTimeWords } from '#components/ui/time-words.ts'

/** Who did it, and when: the same in every list. */
export function ByWhom({ personName, at }: { readonly personName: string; readonly at: string }) {
  const time = useTimeWords()
  return (
    <>
      <bdi>{personName}</bdi>
      <div className="sub">
        <time dateTime={at}>{time.full(at)}</time>
      </div>
    </>
  )
}
