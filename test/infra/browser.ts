import { expect } from 'vitest';

/** As much of a browser as signing in needs: it keeps cookies by their path, and follows where it is led. */
export function aBrowser() {
  const jar = new Map<string, { readonly path: string; readonly value: string }>();
  /** Every address that it was led to. */
  const visited: string[] = [];
  const keep = (written: string) => {
    const [pair = '', ...attributes] = written.split(/;\s*/);
    const [name = '', ...value] = pair.split('=');
    const told = new Map(
      attributes.map((each): [string, string] => {
        const [key = '', said = ''] = each.split('=');
        return [key.toLowerCase(), said];
      }),
    );
    const path = told.get('path') ?? '/';
    const isOver = told.get('max-age') === '0' || /1970/.test(told.get('expires') ?? '');
    if (isOver) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { path, value: value.join('=') });
  };
  const cookies = ({ pathname }: URL) =>
    [...jar]
      .filter(([, { path }]) => pathname.startsWith(path))
      .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
      .join('; ');
  const go = async (address: string, form?: Record<string, string>): Promise<Page> => {
    const url = new URL(address);
    visited.push(url.href);
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html,*/*;q=0.8', cookie: cookies(url) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const written of answer.headers.getSetCookie()) keep(written);
    const location = answer.headers.get('location');
    if (location === null) return { url, status: answer.status, text: await answer.text() };
    expect(visited.length, visited.join('\n')).toBeLessThan(40);
    await answer.arrayBuffer();
    return go(new URL(location, url).href);
  };
  return {
    go,
    visited,
    /** The value of a cookie. */
    cookie: (name: string) => jar.get(`${name} /`)?.value,
    /** Presses the button of somebody on a page of people. */
    choose: ({ url, text }: Page, form: Record<string, string>) => {
      const [, action = ''] = /action="([^"]+)"/.exec(text) ?? [];
      return go(new URL(action, url).href, form);
    },
  };
}

export type Page = { readonly url: URL; readonly status: number; readonly text: string };
