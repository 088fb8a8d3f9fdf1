/** The address that a DOI stands for. */
export function addressOfDoi(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll('%2F', '/')}`
}

/** A DOI in what was typed, also within an address of its register; null: there is none. */
export function doiIn(text: string): string | null {
  const match = /^\s*(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S{1,200})\s*$/i.exec(
    text,
  )
  return match?.[1] ?? null
}

/** An ISBN with a check digit that holds, as its digits; null: it is none. */
export function isbnIn(text: string): string | null {
  const match = /^\s*(?:isbn(?:-1[03])?:?\s*)?([\dX][\dX -]{8,16})\s*$/i.exec(text)
  const digits = (match?.[1] ?? '').replace(/[ -]/g, '').toUpperCase()
  return isIsbn10(digits) || isIsbn13(digits) ? digits : null
}

function isIsbn10(digits: string): boolean {
  if (!/^\d{9}[\dX]$/.test(digits)) return false
  const sum = [...digits].reduce(
    (all, digit, at) => all + (10 - at) * (digit === 'X' ? 10 : Number(digit)),
    0,
  )
  return sum % 11 === 0
}

function isIsbn13(digits: string): boolean {
  if (!/^97[89]\d{10}$/.test(digits)) return false
  return (
    [...digits].reduce((all, digit, at) => all + (at % 2 ? 3 : 1) * Number(digit), 0) % 10 === 0
  )
}

/** An ISBN of ten digits as the one of thirteen that stands for the same book. */
export function thirteenDigits(isbn: string): string {
  if (isbn.length === 13) return isbn
  const first = `978${isbn.slice(0, 9)}`
  const sum = [...first].reduce((all, digit, at) => all + (at % 2 ? 3 : 1) * Number(digit), 0)
  return `${first}${(10 - (sum % 10)) % 10}`
}
