/** Where words stand in a text, at most so many places. Knuth, Morris and Pratt: each word of the text is looked at once. */
export function placesOfWords(
  text: Int32Array,
  wanted: readonly number[],
  most = Number.POSITIVE_INFINITY,
): readonly number[] {
  const places: number[] = []
  const back = new Int32Array(wanted.length)
  for (let at = 1, matched = 0; at < wanted.length; at++) {
    while (matched && wanted[at] !== wanted[matched]) matched = back[matched - 1] ?? 0
    if (wanted[at] === wanted[matched]) matched++
    back[at] = matched
  }
  for (let at = 0, matched = 0; at < text.length && places.length < most; at++) {
    while (matched && text[at] !== wanted[matched]) matched = back[matched - 1] ?? 0
    if (text[at] === wanted[matched]) matched++
    if (matched < wanted.length) continue
    places.push(at + 1 - matched)
    matched = back[matched - 1] ?? 0
  }
  return places
}
