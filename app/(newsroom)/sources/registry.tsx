import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
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
  const t = await getTranslations('pages')
  const { search, chosen } = wish
  const found = await openRegistry(serverContext(), actor, wish)
  const mayEdit = mayInHouse(actor, 'editSources')
  const isNarrowed = search !== '' || Object.keys(chosen).length > 0
  return (
    <div className="page">
      <div className="hello">
        <div>
          <h1>{t('title.sources')}</h1>
          <p>{t('sourcesMean')}</p>
        </div>
        <div className="tools">
          <SearchBox label={t('searchSources')} placeholder={t('searchSourcesHint')} />
          {mayEdit && <AddSource action={addSource} />}
        </div>
      </div>
      {found.total > 0 || isNarrowed ? (
        <div className="registry">
          <Facets chosen={chosen} counts={found.facets} />
          <div>
            <ChosenFacets search={search} chosen={chosen} total={found.total} />
            {found.unread > 0 && (
              <p className="muted small">{t('unreadArticles', { count: found.unread })}</p>
            )}
            <Found found={found} wish={wish} mayEdit={mayEdit} />
          </div>
        </div>
      ) : (
        <EmptyState title={t('noSources')} text={t('noSourcesMeans')} />
      )}
    </div>
  )
}

interface FoundProps {
  readonly found: OpenRegistry
  readonly wish: RegistryWish
  readonly mayEdit: boolean
}

async function Found({ found, wish, mayEdit }: FoundProps) {
  const t = await getTranslations('pages')
  const { sources, facets, total, withoutWords } = found
  const { search, chosen, limit } = wish
  if (!total) return <NothingFits {...{ search, chosen, counts: facets, withoutWords }} />
  const rest = total - sources.length
  const more = { ...chosenParams(chosen), show: String(limit + SHOWN) }
  return (
    <>
      <SourceList
        groups={(['false', 'true'] as const).map((retired) => ({
          name: retired === 'true' ? t('withdrawn') : t('inUse'),
          count: chosen.retired?.includes(retired) === false ? 0 : (facets.retired[retired] ?? 0),
          sources: sources.filter(({ retiredAt }) => (retiredAt !== null) === (retired === 'true')),
        }))}
        actions={mayEdit ? { edit: editSource, retire: retireSource } : null}
      />
      {rest > 0 && (
        <p className="more">
          <Link className="btn" href={registryHref(search, more)} replace scroll={false}>
            {t('showMore', { count: Math.min(SHOWN, rest), rest })}
          </Link>
        </p>
      )}
    </>
  )
}
