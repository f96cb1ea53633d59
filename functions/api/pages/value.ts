import { html } from 'hono/html';
import { page } from './layout.ts';
import { linkedJson } from './linked.ts';

/** For browsers: the very answer that a program gets. */
export const valuePage = (title: string, value: object) =>
  page(
    title,
    html`<p><a href="/">← 首页 Home</a></p>
<h1>${title}</h1>
<pre>${linkedJson(value)}</pre>`,
  );
