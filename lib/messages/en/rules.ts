/** Words of the page of rules. */
export const rules = {
  everySentence: 'Every sentence',
  rules: 'Rules',
  severalFit: 'Of several that fit, the one that asks for most holds.',
  lastChanged: 'Last changed by <who>{name}</who>, <when></when>',
  addRule: 'Add a rule',
  preview: 'What would change?',
  save: 'Save',
  saved: 'Saved. The rules hold from now on.',
  ruleKind: 'Rule {number, number}: kind',
  ruleSection: 'Rule {number, number}: section',
  ruleReviewers: 'Rule {number, number}: reviewers',
  anyKind: 'Any kind',
  anySection: 'Any section',
  removeRule: 'Remove rule {number, number}',
  reviewers: '{count, plural, one {# reviewer} other {# reviewers}}',
  noEffect: 'Nothing changes for {articles, plural, one {# open article} other {# open articles}}.',
  effectMore:
    'Of {articles, plural, one {# open article} other {# open articles}} {gain, plural, one {# has} other {# have}} more in the way of publication.',
  effectLess:
    'Of {articles, plural, one {# open article} other {# open articles}} {lose, plural, one {# has} other {# have}} less.',
  effectBoth:
    'Of {articles, plural, one {# open article} other {# open articles}} {gain, plural, one {# has} other {# have}} more in the way of publication, {lose, plural, one {# has} other {# have}} less.',
  theySay: 'They say: {rules}',
  everySentenceNeeds: 'every sentence: {count, number}',
  /** Within a sentence. */
  ofKind: {
    fact: 'fact',
    number: 'number',
    quote: 'quote',
    attributed: 'attributed claim',
    allegation: 'allegation',
    observation: 'our observation',
    opinion: 'opinion',
    background: 'background',
    exempt: 'nothing to check',
    any: 'any kind',
  },
  ruleNeeds: '{what}: {count, number}',
  ruleInSectionNeeds: '{what} in {section}: {count, number}',
  andRule: '{before}; {rule}',
} as const
