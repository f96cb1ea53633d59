import { html } from 'hono/html';
import { nameOfParty, type Principal } from '#domain/principal';
import { roleWords } from '#platform/role-words';
import type { Problem } from '../problem.ts';
import { page } from './layout.ts';
import { linkedJson } from './linked.ts';

/** Who has signed in, at the head of the first page. */
export const whoLine = (asker: Principal) =>
  asker.kind === 'public'
    ? html`<p class="soft">您尚未登录 · Nobody has signed in <a href="/sign-in">登录 Sign in</a></p>`
    : html`<p class="soft">${saying(asker)} <a href="/sign-out">退出 Sign out</a></p>`;

const saying = (asker: Principal) =>
  html`<code>${nameOfParty(asker)}</code> ${asker.roles
    .map((role) => `${roleWords[role].zh} ${roleWords[role].en}`)
    .join('、')}`;

/** A step within our own pages: a browser keeps the session from steps that come from elsewhere. */
export const signedInPage = (asker: Principal, to: string) =>
  page(
    '已登录',
    html`<meta http-equiv="refresh" content="0;url=${to}">
<h1>已登录 Signed in</h1>
<p>${saying(asker)}</p>
<p><a href="${to}">继续 Go on</a></p>`,
  );

export const signedOutPage = () =>
  page(
    '已退出',
    html`<h1>已退出 Signed out</h1>
<p class="soft">认证服务可能仍记得您；共用电脑请一并退出。<br>The issuer may still know you: on a shared machine sign out there too.</p>
<p><a href="/">首页 Home</a> · <a href="/sign-in">重新登录 Sign in again</a></p>`,
  );

/** For a browser that may not see what it asked for until somebody has signed in. */
export const signInPage = (problem: Problem, to: string) =>
  page(
    '请先登录',
    html`<p><a href="/">← 首页 Home</a></p>
<h1>请先登录 Please sign in</h1>
<p>${problem.detail}</p>
<p><a href="/sign-in?to=${encodeURIComponent(to)}">登录 Sign in</a></p>
<details><summary>${problem.status} ${problem.code}</summary><pre>${linkedJson(problem)}</pre></details>`,
  );
