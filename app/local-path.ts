const SOMEWHERE = 'http://galley.invalid'

/** A path on this site, else `/`: an address from outside must not choose where a sign-in leads. */
export function localPath(path: unknown): string {
  if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, SOMEWHERE))
    return '/'
  const { origin, pathname, search, hash } = new URL(path, SOMEWHERE)
  // `//host` and `/\host` name another site; a second slash may also appear once dots are resolved.
  return origin === SOMEWHERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
