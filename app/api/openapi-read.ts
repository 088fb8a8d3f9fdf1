import type { Operation, Operations } from './openapi-operation.ts'

// Of pages a browser, by its `Accept`, gets both as a page.
const NONE = { 304: 'You have it', 404: 'None', 410: 'Retracted or taken down: says why' }
const open = (summary: string, answer: string): { readonly get: Operation } => ({
  get: { summary, answers: { 200: answer, ...NONE }, open: true },
})
/** What readers and other programs get without an account. */
export const READ: Operations = {
  '/read/{slug}': open('The latest version, as a page.', 'HTML'),
  '/read/{slug}/v/{number}': open('One version, as a page.', 'HTML'),
  '/read/{slug}/diff/{from}/{to}': open('What changed between two versions, by words.', 'HTML'),
  '/read/{slug}/v/{number}/preview.png': open('The headline of a version as a picture.', 'PNG'),
  '/read/{slug}/s/{id}': open(
    'A sentence with its evidence, as the newest version has it that has it.',
    'JSON',
  ),
  '/read/{slug}/v/{number}/s/{id}': open('A sentence of one version.', 'JSON'),
  '/read/feed.atom': open('What is published, newest first, as Atom.', 'The feed'),
  '/read/feed.json': open('What is published, newest first, as JSON Feed 1.1.', 'The feed'),
}
