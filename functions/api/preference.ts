/** The wishes of an Accept or Accept-Language header, dearest first; those of weight 0 are no wishes. */
function wishes(header: string | undefined): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
    })
    .filter(({ name, weight }) => name !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name);
}

/** Chinese unless English is asked for first. */
export const languageOf = (acceptLanguage: string | undefined): 'zh' | 'en' =>
  wishes(acceptLanguage)
    .map((name) => name.split('-')[0])
    .find((name) => name === 'en' || name === 'zh') === 'en'
    ? 'en'
    : 'zh';

/** A browser names text/html; whoever asks for anything or for JSON first gets JSON. */
export const wantsPage = (accept: string | undefined): boolean =>
  wishes(accept).find((name) => name === 'text/html' || name.endsWith('json')) === 'text/html';
