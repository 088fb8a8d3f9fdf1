import type { Quoted } from '#lib/domain/talk/places.ts'
import type { Talk } from '#lib/domain/talk/thread.ts'
import { call } from './api.ts'

/** The calls of the conversations of one article. */
export function threadsApi(articleId: string) {
  const path = `/api/v1/articles/${articleId}/threads`
  return {
    list: () => call<Talk>('GET', path),
    open: (quoted: Quoted, text: string) =>
      call<{ readonly id: string; readonly messageId: string }>('POST', path, { ...quoted, text }),
    answer: (id: string, text: string) =>
      call<{ readonly id: string }>('POST', `${path}/${id}/messages`, { text }),
    place: (id: string, quoted: Quoted) => call<null>('PUT', `${path}/${id}/place`, quoted),
    settle: (id: string, resolved: boolean) => call<null>('PATCH', `${path}/${id}`, { resolved }),
    read: (id: string, messageId: string) => call<null>('PUT', `${path}/${id}/read`, { messageId }),
  }
}
