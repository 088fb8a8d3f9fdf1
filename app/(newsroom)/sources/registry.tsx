import Link from 'next/link'
import { AddSource } from '#components/registry/add-source.tsx'
import { SourceList } from '#components/registry/source-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SearchBox } from '#components/ui/search-box.tsx'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { searchSources } from '#lib/usecases/sources.ts'
import { addSource, editSource, retireSource } from './actions.ts'

export async function Registry({ actor, search }: { actor: Actor; search: string }) {
  const sources = await searchSources(serverContext(), actor, search)
  const mayEdit = mayInHouse(actor, 'editSources')
  const inUse = sources.filter(({ retiredAt }) => retiredAt === null)
  const withdrawn = sources.filter(({ retiredAt }) => retiredAt !== null)
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>Sources</h1>
          <p>What the newsroom’s articles rest on, shared by all of them</p>
        </div>
        <div className="tools">
          <SearchBox label="Search sources" placeholder="Words in name or address" />
          {mayEdit && <AddSource action={addSource} />}
        </div>
      </div>
      {sources.length > 0 && (
        <SourceList
          groups={[
            { name: 'In use', sources: inUse },
            { name: 'Withdrawn', sources: withdrawn },
          ]}
          actions={mayEdit ? { edit: editSource, retire: retireSource } : null}
        />
      )}
      {!sources.length && search && (
        <EmptyState
          title={`Nothing matches “${search}”`}
          text="Every word is looked for in names and addresses."
        >
          <Link className="btn" href="/sources">
            Clear the search
          </Link>
        </EmptyState>
      )}
      {!sources.length && !search && (
        <EmptyState
          title="No sources yet"
          text="Add the first person, document or page. Sources can also be made while annotating."
        />
      )}
    </div>
  )
}
