import { account } from './en/account.ts'
import { archive } from './en/archive.ts'
import { articleFacts } from './en/article-facts.ts'
import { audit } from './en/audit.ts'
import { bell } from './en/bell.ts'
import { citing } from './en/citing.ts'
import { commands } from './en/commands.ts'
import { desk } from './en/desk.ts'
import { editor } from './en/editor.ts'
import { evidence } from './en/evidence.ts'
import { figures } from './en/figures.ts'
import { gate } from './en/gate.ts'
import { gateway } from './en/gateway.ts'
import { history } from './en/history.ts'
import { house } from './en/house.ts'
import { houseKeys } from './en/house-keys.ts'
import { identity } from './en/identity.ts'
import { languages } from './en/languages.ts'
import { moving } from './en/moving.ts'
import { newArticle } from './en/new-article.ts'
import { notices } from './en/notices.ts'
import { pages } from './en/pages.ts'
import { people } from './en/people.ts'
import { publishing } from './en/publishing.ts'
import { questions } from './en/questions.ts'
import { registry } from './en/registry.ts'
import { review } from './en/review.ts'
import { roles } from './en/roles.ts'
import { rules } from './en/rules.ts'
import { saving } from './en/saving.ts'
import { settings } from './en/settings.ts'
import { sourceForm } from './en/source-form.ts'
import { sourcePage } from './en/source-page.ts'
import { sourceTerms } from './en/source-terms.ts'
import { sourcing } from './en/sourcing.ts'
import { suggestions } from './en/suggestions.ts'
import { terms } from './en/terms.ts'
import { threads } from './en/threads.ts'
import { time } from './en/time.ts'
import { trouble } from './en/trouble.ts'
import { ui } from './en/ui.ts'
import { versions } from './en/versions.ts'
import { webhooks } from './en/webhooks.ts'
import { workspace } from './en/workspace.ts'

/** English, of which all other languages are made: a namespace for each folder of components. */
export const en = {
  account,
  archive,
  articleFacts,
  audit,
  bell,
  citing,
  commands,
  desk,
  editor,
  evidence,
  figures,
  gate,
  gateway,
  history,
  house,
  houseKeys,
  identity,
  languages,
  moving,
  newArticle,
  notices,
  pages,
  people,
  publishing,
  questions,
  registry,
  review,
  roles,
  rules,
  saving,
  settings,
  sourceForm,
  sourcePage,
  sourceTerms,
  sourcing,
  suggestions,
  terms,
  threads,
  time,
  trouble,
  ui,
  versions,
  webhooks,
  workspace,
} as const
