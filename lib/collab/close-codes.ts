/** Why the server ends a websocket. The browser knows each code; 44xx: it would happen again, 45xx: try again. */
export const CLOSE = {
  malformed: [4400, 'The change could not be read'],
  gap: [4409, 'Changes that come before this one are missing'],
  foreignClient: [4403, 'The change carries the mark of somebody else'],
  foreignRoot: [4422, 'The change touches a part that articles do not have'],
  /** Comes in with the next exchange, which may be as large as an article. */
  tooLarge: [4513, 'The change is too large to come at once'],
  articleFull: [4413, 'The article is full'],
  /** By the rules of websockets: the message was not even read. */
  tooBig: [1009, 'The message is larger than an article may be'],
  notAllowed: [4401, 'Not allowed to write'],
  notProposed: [4424, 'The change is more than a proposal'],
  presence: [4430, 'What the tab shows of its person is too large'],
  rightsChanged: [4501, 'Rights have changed: ask again'],
  notSaved: [4503, 'Not saved: try again'],
  slowReader: [4508, 'The tab does not read what it is sent'],
  noTicket: [4510, 'No ticket came in time'],
  tooManyTabs: [4529, 'This person has too many tabs open'],
  articleCrowded: [4530, 'Too many people are in this article'],
  serverCrowded: [4531, 'The server has as many connections as it may'],
  restarting: [1012, 'The server restarts'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

export type CloseReason = keyof typeof CLOSE
