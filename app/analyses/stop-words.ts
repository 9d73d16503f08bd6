/**
 * Dutch words that say nothing by themselves: articles, pronouns, prepositions, conjunctions and auxiliaries of speech.
 * Our own list, kept short: what a reader may miss (*niet*, *geen*, *nooit*, *moeten*) is not in it. It stands in the
 * definition of every figure that leaves them out.
 */
export const stopWords: ReadonlySet<string> = new Set([
  'de', 'het', 'een', 'en', 'of', 'maar', 'want', 'dus', 'als', 'dan', 'dat', 'die', 'dit', 'deze', 'daar', 'er', 'hier',
  'ik', 'je', 'jij', 'u', 'hij', 'zij', 'ze', 'we', 'wij', 'jullie', 'hen', 'hun', 'mij', 'me', 'mijn', 'jouw', 'uw', 'zijn', 'haar', 'hem', 'ons', 'onze', 'zich',
  'in', 'op', 'te', 'van', 'voor', 'met', 'aan', 'om', 'bij', 'naar', 'uit', 'door', 'over', 'tot', 'tegen', 'onder',
  'is', 'was', 'ben', 'bent', 'waren', 'wordt', 'worden', 'werd', 'heb', 'hebt', 'heeft', 'hebben', 'had', 'hadden', 'zal', 'zou', 'zouden', 'kan', 'kunnen',
  'wat', 'wie', 'waar', 'hoe', 'dus', 'ook', 'nog', 'al', 'wel', 'toch', 'zo', 'omdat', 'toen', 'nu',
]);
