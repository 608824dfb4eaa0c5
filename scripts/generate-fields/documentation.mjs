// Shortens the API's documentation to what a hover has room for.

/** In characters. A text goes on to the end of the sentence that it ends in. */
const longest = 100;

/** Words that have a dot and do not end a sentence. */
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp)|\b[A-Z])\.$/i;

/** The sentences of a text, each with the blanks behind it. */
function sentences(text) {
  const found = [];
  let current = '';
  for (const part of text.split(/(?<=[.!?]["')]?)(?= )/)) {
    current += part;
    if (abbreviation.test(current)) continue;
    found.push(current);
    current = '';
  }
  return current === '' ? found : [...found, current];
}

/** The first sentences of a text, without what points elsewhere or says how patches merge. */
export function shortened(text) {
  let result = '';
  for (const sentence of sentences(text)) {
    if (/\bmore info(?:rmation)?\b|\bfor more\b|https?:|strategic merge patch|^ *Read-only/i.test(sentence)) continue;
    if (result !== '' && result.length + sentence.length > longest) break;
    result += sentence;
  }
  return result.trim();
}
