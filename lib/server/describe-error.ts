/** Longer than any word of ours: ids of 36 characters pass, tokens and hashes do not. */
const LONG = /[\w+/=-]{40,}/gu
const QUOTED = /"[^"]*"|“[^”]*”|`[^`]*`|(?<![\p{L}\d])'[^']*'/gu
const ADDRESS = /[^\s@<>,;:]+@[^\s@<>,;:]+/gu
const LONGEST = 300

/**
 * An error without what it may tell of an article or a person. Messages quote what they complain of, as JSON.parse does:
 * what stands in quotation marks goes, and what looks like an address or a token.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { name, message, stack = '', cause } = error
  const { code } = error as { code?: unknown }
  return {
    kind: name,
    message: withoutWords(message),
    ...((typeof code === 'string' || typeof code === 'number') && { reason: code }),
    // The first lines of a stack are the message again.
    stack: stack.split('\n').filter((line) => /^\s+at /.test(line)),
    ...(cause !== undefined && { cause: describeError(cause) }),
  }
}

export function withoutWords(words: string): string {
  return words.replace(QUOTED, '"…"').replace(ADDRESS, '…').replace(LONG, '…').slice(0, LONGEST)
}
