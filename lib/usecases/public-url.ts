const KEY = Symbol.for('galley.publicUrl')
const registry = globalThis as typeof globalThis & { [KEY]?: string }

/** Where this server is reached from outside, without a slash at the end. */
export function providePublicUrl(url: string): void {
  registry[KEY] = url
}

/** The whole address of a path; the path alone, when nobody has said where we are. */
export function linkTo(path: string): string {
  return `${registry[KEY] ?? ''}${path}`
}
