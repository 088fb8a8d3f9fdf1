import type { Postman } from './send-digests.ts'

const KEY = Symbol.for('galley.postman')
const registry = globalThis as typeof globalThis & { [KEY]?: Postman }

/** Without a call nothing is sent by mail. */
export function providePostman(postman: Postman): void {
  registry[KEY] = postman
}

/** Null: no server of mail is named. */
export function postmanOfProcess(): Postman | null {
  return registry[KEY] ?? null
}
