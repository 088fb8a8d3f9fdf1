/** Why the server ends a websocket. The browser knows each code; 44xx: it would happen again, 45xx: try again. */
export const CLOSE = {
  malformed: [4400, 'The change could not be read'],
  gap: [4409, 'Changes that come before this one are missing'],
  foreignClient: [4403, 'The change carries the mark of somebody else'],
  foreignRoot: [4422, 'The change touches a part that articles do not have'],
  tooLarge: [4413, 'The change or the article is too large'],
  notAllowed: [4401, 'Not allowed to write'],
  rightsChanged: [4501, 'Rights have changed: ask again'],
  notSaved: [4503, 'Not saved: try again'],
  restarting: [1012, 'The server restarts'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>
