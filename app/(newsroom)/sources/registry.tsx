import Link from 'next/link'
import { AddSource } from '#components/registry/add-source.tsx'
import { ChosenFacets, NothingFits } from '#components/registry/chosen-facets.tsx'
import { registryHref } from '#components/registry/facet-words.ts'
import { Facets } from '#components/registry/facets.tsx'
import { SourceList } from '#components/registry/source-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { SearchBox } from '#components/ui/search-box.tsx'
import { type Actor, mayInHouse } from '#lib/domain/access/policy.ts'
import { type Chosen, chosenParams } from '#lib/domain/sourcing/facets.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { type OpenRegistry, openRegistry } from '#lib/usecases/source-registry.ts'
import { addSource, editSource, retireSource } from './actions.ts'

/** Sources that are shown at once. */
export const SHOWN = 100

export interface RegistryWish {
  readonly search: string
  readonly chosen: Chosen
  /** How many are shown at most. */
  readonly limit: number
}

export async function Registry({ actor, wish }: { actor: Actor; wish: RegistryWish }) {
  const { search, chosen } = wish
  const found = await openRegistry(serverContext(), actor, wish)
  const mayEdit = mayInHouse(actor, 'editSources')
  const isNarrowed = search !== '' || Object.keys(chosen).length > 0
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
      {found.total > 0 || isNarrowed ? (
        <div className="registry">
          <Facets chosen={chosen} counts={found.facets} />
          <div>
            <ChosenFacets search={search} chosen={chosen} total={found.total} />
            {found.unread > 0 && (
              <p className="muted small">{unreadWords(found.unread)} Reload to count on.</p>
            )}
            <Found found={found} wish={wish} mayEdit={mayEdit} />
          </div>
        </div>
      ) : (
        <EmptyState
          title="No sources yet"
          text="Add the first person, document or page. Sources can also be made while annotating."
        />
      )}
    </div>
  )
}

interface FoundProps {
  readonly found: OpenRegistry
  readonly wish: RegistryWish
  readonly mayEdit: boolean
}

function Found({ found, wish, mayEdit }: FoundProps) {
  const { sources, facets, total, withoutWords } = found
  const { search, chosen, limit } = wish
  if (!total) return <NothingFits {...{ search, chosen, counts: facets, withoutWords }} />
  const rest = total - sources.length
  const more = { ...chosenParams(chosen), show: String(limit + SHOWN) }
  return (
    <>
      <SourceList
        groups={(['false', 'true'] as const).map((retired) => ({
          name: retired === 'true' ? 'Withdrawn' : 'In use',
          count: chosen.retired?.includes(retired) === false ? 0 : (facets.retired[retired] ?? 0),
          sources: sources.filter(({ retiredAt }) => (retiredAt !== null) === (retired === 'true')),
        }))}
        actions={mayEdit ? { edit: editSource, retire: retireSource } : null}
      />
      {rest > 0 && (
        <p className="more">
          <Link className="btn" href={registryHref(search, more)} replace scroll={false}>
            Show {Math.min(SHOWN, rest)} more of {rest}
          </Link>
        </p>
      )}
    </>
  )
}

function unreadWords(count: number): string {
  return count === 1
    ? 'What one article cites is not read yet.'
    : `What ${count} articles cite is not read yet.`
}
