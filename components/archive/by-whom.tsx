import { fullTime } from '#components/ui/time-words.ts'

/** Who did it, and when: the same in every list. */
export function ByWhom({ personName, at }: { readonly personName: string; readonly at: string }) {
  return (
    <>
      <bdi>{personName}</bdi>
      <div className="sub">
        <time dateTime={at}>{fullTime(at)}</time>
      </div>
    </>
  )
}
