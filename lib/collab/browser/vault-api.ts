import type { Identity } from '#lib/domain/sourcing/identity.ts'
import { type Answer, call, send } from './api.ts'

/** What everybody may know of who a source is; its owner also who may open it, and who did. */
export interface Knowledge {
  readonly isLocked: boolean
  readonly knownTo: readonly string[]
  readonly mayOpen: boolean
  readonly isOwner: boolean
  readonly readers?: readonly string[]
  readonly openings?: readonly { readonly at: string; readonly personName: string }[]
}

/** Published versions in which something of an identity stands: how many, and the first of them. */
export interface PublishedBefore {
  readonly total: number
  readonly versions: readonly {
    readonly slug: string
    readonly number: number
    readonly headline: string
  }[]
}

export interface OpenedIdentity extends Identity {
  readonly recordings: readonly string[]
  readonly published: PublishedBefore
}

/** The calls that lock up who a source is, and open it. */
export function vaultApi(sourceId: string) {
  const path = `/api/v1/sources/${sourceId}/identity`
  return {
    keep: (identity: Identity & { readonly readers: readonly string[] }) =>
      call<Knowledge & { readonly published: PublishedBefore }>('PUT', path, identity),
    open: () => call<OpenedIdentity>('POST', `${path}/openings`),
    destroy: () => call<null>('DELETE', path),
    addRecording: (file: { name: string; bytes: Uint8Array<ArrayBuffer> }) =>
      send<{ readonly id: string }>(
        `${path}/recordings?name=${encodeURIComponent(file.name)}`,
        'application/octet-stream',
        file.bytes,
      ),
    openRecording: (id: string) => fileOf(`${path}/recordings/${id}`),
    destroyRecording: (id: string) => call<null>('DELETE', `${path}/recordings/${id}`),
  }
}

/** A file that is given out by a call, with the name that it came under. */
async function fileOf(path: string): Promise<Answer<{ name: string; blob: Blob }>> {
  const failed = { ok: false, status: 0, body: null } as const
  try {
    const response = await fetch(path, { method: 'POST' })
    if (!response.ok)
      return { ...failed, status: response.status, message: 'The file was not opened. Try again.' }
    const header = response.headers.get('content-disposition') ?? ''
    const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(header)?.[1] ?? 'recording')
    return { ok: true, value: { name, blob: await response.blob() } }
  } catch {
    return { ...failed, message: 'The server was not reached. Check the connection and try again.' }
  }
}
