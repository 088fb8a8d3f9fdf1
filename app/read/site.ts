import { settingsOfProcess } from '#lib/auth/settings.ts'
import type { Site } from '#lib/domain/formats/site.ts'
import { PreparedDocuments } from './prepared.ts'

/** Where this newspaper is read. */
export function siteOfProcess(): Site & { readonly corrections: string | null } {
  const { newsroom, publicUrl, corrections } = settingsOfProcess()
  return { base: publicUrl, newspaper: newsroom, corrections }
}

/** For what must have whole addresses: without a public one they are those that were asked. */
export function siteOfRequest(request: Request): Site & { readonly base: string } {
  const { base, newspaper } = siteOfProcess()
  return { newspaper, base: base ?? new URL(request.url).origin }
}

const KEY = Symbol.for('galley.prepared')
const registry = globalThis as typeof globalThis & { [KEY]?: PreparedDocuments }

/** Each route is bundled for itself: what they share stands where all of them find it. */
export function preparedOfProcess(): PreparedDocuments {
  registry[KEY] ??= new PreparedDocuments(64 * 1024 * 1024)
  return registry[KEY]
}
