import type { People, Person } from './people.ts';

const style = `
:root{color-scheme:light dark;--ink:#17202a;--soft:#5b6673;--line:#d9dee4;--paper:#fbfaf7;--card:#fff;--accent:#9b2d1f}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a2a9b1;--line:#353b42;--paper:#15181b;--card:#1d2125;--accent:#e98b7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.6rem 1.1rem 4rem}
h1{font-size:clamp(1.4rem,5vw,2rem);line-height:1.25;margin:.2rem 0}h2{margin:2rem 0 .6rem;font-size:1.2rem}
.soft{color:var(--soft)}.warn{border-left:.25rem solid var(--accent);padding:.3rem .8rem}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.8rem}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem}
.card h3{margin:0;font-size:1rem;overflow-wrap:anywhere}.card p{margin:0 0 .5rem;font-size:.82rem;overflow-wrap:anywhere}
button,input,select{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.45rem;padding:.4rem .7rem}
button{display:block;width:100%;margin-top:.4rem;text-align:left;cursor:pointer;min-height:2.6rem}
button:hover,button:focus-visible{border-color:var(--accent);color:var(--accent)}
input,select{width:100%;margin-top:.4rem;min-height:2.6rem}
`;

const kinds = [
  ['office', '信用办', 'Credit office'],
  ['bank', '银行', 'Banks'],
  ['department', '归集单位', 'Departments'],
  ['firm', '企业', 'Firms'],
] as const;

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const plain = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '');

/** Everybody who can sign in here, by organisation; a button each. */
export const peoplePage = ({ people }: People, action: string) => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>登录 Sign in · 信易贷</title>
<style>${style}</style>
</head>
<body><main>
<p class="soft">信易贷 · 本机演示 Demo on this machine</p>
<h1>您是谁？ Who are you?</h1>
<p class="warn">此页仅供本机演示，不需要密码；其中人员与机构均为虚构。正式部署使用您单位的统一身份认证。<br>
<span class="soft">Only on this machine: no password, and everybody here is made up. A deployment signs in with your own issuer.</span></p>
${people.length === 0 ? '<p>演示城市尚未装载，稍候刷新。 The demo city is still being loaded: come back shortly.</p>' : ''}
<form method="post" action="${plain(action)}">
${kinds
  .map(([kind, zh, en]) =>
    section(
      people.filter((each) => each.kind === kind),
      `${zh} ${en}`,
    ),
  )
  .join('\n')}
</form>
<h2>其他企业 Any other firm</h2>
<form method="post" action="${plain(action)}" class="card">
<label>统一社会信用代码 Unified social credit code
<input name="code" required pattern="[0-9A-Z]{18}" maxlength="18" autocomplete="off" autocapitalize="characters" placeholder="9132…"></label>
<label>角色 Role
<select name="role"><option value="owner">企业负责人 owner</option><option value="clerk">企业经办人 clerk</option></select></label>
<button>登录 Sign in</button>
</form>
</main></body>
</html>`;

function section(people: readonly Person[], title: string): string {
  const organisations = Map.groupBy(people, ({ id }) => id.split(':')[0] ?? '');
  return people.length === 0
    ? ''
    : `<h2>${plain(title)}</h2><div class="grid">${[...organisations].map(([org, of]) => card(org, of)).join('')}</div>`;
}

const card = (org: string, people: readonly Person[]) => `<div class="card">
<h3>${plain(people[0]?.organisation ?? org)}</h3><p class="soft">${plain(org)}</p>
${people
  .map(
    ({ id, name, role }) =>
      `<button name="person" value="${plain(id)}">${plain(role.zh)} · ${plain(name)} <span class="soft">${plain(role.en)}</span></button>`,
  )
  .join('\n')}
</div>`;

/** What is told where a sign-in was never begun, or so long ago that it is forgotten. */
export const lostPage = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>登录 Sign in · 信易贷</title><style>${style}</style></head>
<body><main><h1>登录已超时 This sign-in is over</h1>
<p><a href="/sign-in">重新登录 Begin again</a></p></main></body>
</html>`;
