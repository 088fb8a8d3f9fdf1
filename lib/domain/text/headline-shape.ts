/** The longest line that reads as a headline, in characters. */
const LONGEST = 120

/** A blank line parts it from what follows; it is several words, and ends as no sentence of a text does. */
export function opensWithHeadline(text: string): boolean {
  const [first = '', blank, ...rest] = text.trimStart().split(/\r\n?|\n|\u2029/u)
  const line = first.trim()
  return (
    blank?.trim() === '' &&
    rest.some((other) => other.trim()) &&
    line.length <= LONGEST &&
    /\s/u.test(line) &&
    !/[.,:;…。,][\p{Pe}\p{Pf}"']*$/u.test(line)
  )
}
