import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { ListName } from './lists.ts'

/** Why a list is empty, and what to do about it. */
export function NothingHere({
  list,
  search,
  mayWrite,
}: {
  list: ListName
  search: string
  mayWrite: boolean
}) {
  if (search) {
    return (
      <EmptyState
        title={`Nothing matches “${search}”`}
        text="Every word is looked for in title, address and text."
      >
        <Link className="btn" href={list === 'all' ? '/' : `/?list=${list}`}>
          Clear the search
        </Link>
      </EmptyState>
    )
  }
  const { title, text } = list === 'all' ? emptyDesk(mayWrite) : WORDS[list]
  return <EmptyState title={title} text={text} />
}

const emptyDesk = (mayWrite: boolean) => ({
  title: 'The desk is empty',
  text: mayWrite
    ? 'Start with “New article”: paste a text or choose a file. Every sentence then asks for its source.'
    : 'Articles appear here as soon as a writer or an editor starts one.',
})

const WORDS: Readonly<Record<Exclude<ListName, 'all'>, { title: string; text: string }>> = {
  mine: {
    title: 'No article is yours',
    text: 'Articles that you start or are assigned to appear here.',
  },
  review: {
    title: 'Nothing is in review',
    text: 'An article comes here when its writer sends it to review.',
  },
  published: {
    title: 'Nothing is published yet',
    text: 'Published articles stay here, with every version.',
  },
  archived: {
    title: 'Nothing is archived',
    text: 'Articles that a publisher archives stay here. They can be read, and taken back.',
  },
}
