/**
 * For the bundler: of the 34 languages in which React Aria has words for its controls, a page gets English. Without the others
 * a first visit is some kilobytes lighter; a language that the interface comes to have is named here too.
 */
module.exports = function oneLanguage(source) {
  const english = /from\s*"([^"]*\/en-US\.mjs)"/.exec(source)?.[1]
  if (!english) throw new Error(`${this.resourcePath}: the words of React Aria stand elsewhere now`)
  return `import words from ${JSON.stringify(english)}\nexport default { "en-US": words }\n`
}
