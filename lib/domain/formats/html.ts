import type { Version } from '#lib/domain/publication/version.ts'
import type { Format } from './format.ts'
import { articleHtml } from './html-article.ts'
import { changedHtml, howHtml, verifyHtml } from './html-record.ts'
import { sourcesHtml, unconfirmedHtml } from './html-sources.ts'
import { renderReaderPage } from './reader-page.ts'

/**
 * What is frozen at publication and stored: everything inside the page's `main`. The page around it may change for
 * ever after, so the classes and ids written here are a contract with reader-css: add to them, never rename.
 */
export function renderReaderBody(version: Version): string {
  return [
    articleHtml(version),
    sourcesHtml(version),
    unconfirmedHtml(version),
    howHtml(version),
    changedHtml(version),
    verifyHtml(version),
  ].join('\n')
}

export const html: Format<string> = {
  id: 'html',
  mediaType: 'text/html',
  extension: 'html',
  label: 'Page',
  render: (version) =>
    renderReaderPage({
      version,
      body: renderReaderBody(version),
      notices: [],
      newspaper: '',
      canonicalUrl: null,
      formats: [],
    }),
}
