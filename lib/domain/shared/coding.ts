/** How bytes are packed on their way: the names of RFC 9110, 8.4.1. */
export type Coding = 'br' | 'gzip' | 'identity'

/** RFC 9110, 12.5.3. A coding that is not named counts as `*`, where that is named; plain bytes always do. */
export function accepts(header: string, coding: Coding): boolean {
  const weights = new Map(
    header
      .toLowerCase()
      .split(',')
      .map((part): [string, number] => {
        const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
        const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
        return [name, weight === undefined ? 1 : Number(weight)]
      }),
  )
  const weight = weights.get(coding) ?? weights.get('*')
  return weight === undefined ? coding === 'identity' : weight > 0
}
