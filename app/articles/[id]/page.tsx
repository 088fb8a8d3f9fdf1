import { notFound, redirect } from 'next/navigation'
import { titled } from '#app/titled.ts'
import { ArticleWorkspace } from '#components/workspace/article-workspace.tsx'
import { currentIdentity } from '#lib/auth/session.ts'
import { settingsOfProcess } from '#lib/auth/settings.ts'
import { serverContext } from '#lib/usecases/context.ts'
import { everybody } from '#lib/usecases/people.ts'
import { articleFacts } from '#lib/usecases/show-article.ts'

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

export const generateMetadata = () => titled('article')

export default async function ArticlePage({ params }: Props) {
  const { id } = await params
  const identity = await currentIdentity()
  if (!identity) redirect(`/sign-in?next=${encodeURIComponent(`/articles/${id}`)}`)
  const context = serverContext()
  const facts = await articleFacts(context, identity.actor, id)
  if (!facts.ok) notFound()
  const people = (await everybody(context)).map(({ id: personId, name, email }) => ({
    id: personId,
    name,
    email,
  }))
  const { id: meId, name, email, roles, chief } = identity.actor
  return (
    <ArticleWorkspace
      me={{ id: meId, name, email, roles, chief }}
      facts={facts.value}
      people={people}
      embedded={settingsOfProcess().embedded}
    />
  )
}
