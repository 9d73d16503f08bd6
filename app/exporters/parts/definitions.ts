/** What is counted and how, in the words that stand in every export that holds a figure. */
export const definitions: Record<'nl' | 'en', readonly string[]> = {
  nl: [
    'Woord: een reeks tekens zonder witruimte, binnen een beurt (of binnen een alinea, in een document zonder beurten). Het is gecodeerd als één teken ervan dat is. Aantekeningen van de verslaglegger tussen vierkante haken zijn geen spraak en tellen niet mee.',
    'Codering: een toekenning van een thema aan een passage door een codeur.',
    'Passage: een aaneengesloten stuk tekst onder overlappende coderingen van hetzelfde thema. Coderingen die elkaar alleen raken, blijven apart.',
    'Woorden van een thema: de woorden onder ten minste één van de coderingen ervan, elk één keer.',
    'Aandeel: de woorden van het thema door de sprekers die meetellen, gedeeld door alle woorden van die sprekers. Gespreksleiders en beurten zonder spreker tellen in beide niet mee, tenzij daarom gevraagd is; een codering die alleen daarin of buiten de beurten valt, telt dan ook niet.',
    'Een codering over meer beurten telt mee in de rij van elke spreker die zij raakt, met de woorden van die spreker, en één keer in het totaal.',
    'Sprekers, documenten en beurten van een thema: die met ten minste één gecodeerd woord.',
    'Eén stem: van een thema waarvan één spreker meer dan de helft van de woorden heeft, wordt dat vermeld.',
    'Een document zonder beurten is één stem, genoemd naar het document.',
  ],
  en: [
    'Word: a run of characters without white space, inside a turn (or inside a paragraph, in a document without turns). It is coded if any character of it is. Notes of the reporter in square brackets are not speech and are not counted.',
    'Coding: a theme put on a passage by a coder.',
    'Passage: a continuous run of text under overlapping codings of the same theme. Codings that only touch stay apart.',
    'Words of a theme: the words under at least one of its codings, each once.',
    'Share: the words of the theme by the speakers counted, over all words of those speakers. Moderators and turns without a speaker are left out of both, unless asked for; a coding that lies only there or outside the turns then does not count either.',
    'A coding that crosses turns counts in the row of each speaker it touches, with the words of that speaker, and once in the total.',
    'Speakers, documents and turns of a theme: those with at least one coded word.',
    'One voice: a theme of which one speaker has more than half of the words says so.',
    'A document without turns is one voice, named after it.',
  ],
};
