import { type Capture, type ListedCapture, splitPages } from '#lib/domain/sourcing/capture.ts'
import type { FoundWork } from '#lib/domain/sourcing/csl.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { type Answer, call, send } from './api.ts'

export interface FoundDetails {
  readonly kind: SourceKind
  readonly found: FoundWork
}

/** Details of what was typed or pasted, to be confirmed by a person. */
export function findDetails(text: string): Promise<Answer<FoundDetails>> {
  return call('POST', '/api/v1/sources/details', { text })
}

/** What a file is and says of itself. The server reads it and keeps nothing. */
export function findFileDetails(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Answer<FoundDetails>> {
  const query = `name=${encodeURIComponent(name)}`
  return send(`/api/v1/sources/details/file?${query}`, 'application/octet-stream', bytes)
}

/** The calls of the captures of one source. */
export function capturesApi(sourceId: string) {
  const path = `/api/v1/sources/${sourceId}`
  return {
    list: () => call<{ readonly captures: readonly ListedCapture[] }>('GET', `${path}/captures`),
    take: () => call<Capture>('POST', `${path}/captures`),
    upload: (name: string, bytes: Uint8Array<ArrayBuffer>) =>
      send<Capture>(
        `${path}/captures/uploads?name=${encodeURIComponent(name)}`,
        'application/octet-stream',
        bytes,
      ),
    keepCopy: () => call<null>('PUT', `${path}/copy`),
  }
}

/** The pages of a captured text; null when they did not come. */
export async function fetchPages(
  capture: Pick<Capture, 'id' | 'sourceId'>,
): Promise<readonly string[] | null> {
  try {
    const response = await fetch(`/api/v1/sources/${capture.sourceId}/captures/${capture.id}/text`)
    return response.ok ? splitPages(await response.text()) : null
  } catch {
    // The one failure that fetch throws for: nobody answered.
    return null
  }
}
