import type { Language } from '#platform/sentences';

/** The language of refusals and reasons: Chinese where the terminal's locale is. */
export const language = (
  env: Readonly<Record<string, string | undefined>> = process.env,
): Language =>
  [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean)?.toLowerCase().startsWith('zh')
    ? 'zh'
    : 'en';
