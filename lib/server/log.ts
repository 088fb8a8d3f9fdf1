/** One JSON line an event on standard error. No text of an article, no token and no name goes in. */
export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, unknown>> = {},
): void {
  const { error, ...rest } = fields
  const entry = {
    time: new Date().toISOString(),
    level,
    event,
    ...rest,
    ...(error !== undefined && describe(error)),
  }
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) }
  const { name, message, stack, cause } = error
  return {
    error: `${name}: ${message}`,
    stack,
    ...(cause !== undefined && { cause: describe(cause) }),
  }
}
