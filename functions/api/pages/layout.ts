import { html, raw } from 'hono/html';

type Content = ReturnType<typeof html>;

const style = `
:root{color-scheme:light dark;--ink:#17202a;--soft:#5b6673;--line:#d9dee4;--paper:#fbfaf7;--card:#fff;--accent:#9b2d1f}
@media(prefers-color-scheme:dark){:root{--ink:#e8e6e1;--soft:#a2a9b1;--line:#353b42;--paper:#15181b;--card:#1d2125;--accent:#e98b7d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:60rem;margin:0 auto;padding:2rem 1.1rem 4rem}
a{color:var(--accent);text-decoration:none}a:hover,a:focus{text-decoration:underline}
h1{font-size:clamp(1.4rem,5vw,2.1rem);line-height:1.25;margin:.2rem 0;overflow-wrap:anywhere}h2{margin:2.4rem 0 .6rem;font-size:1.25rem}
h3{margin:0;font-size:1.05rem}
.soft{color:var(--soft)}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(16rem,1fr));gap:.9rem;margin:1.4rem 0;padding:0;list-style:none}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.1rem;overflow-wrap:anywhere}
.card p{margin:.3rem 0 0}section .card{margin:.8rem 0}
pre{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem;overflow-x:auto;font-size:.85rem;line-height:1.5}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
.method{display:inline-block;min-width:3rem;font-weight:700;color:var(--accent)}
table{width:100%;border-collapse:collapse;font-size:.92rem;margin-top:.6rem}
td,th{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);overflow-wrap:normal}
th code{overflow-wrap:normal}td:last-child{overflow-wrap:anywhere}
table.figures td,table.figures th{white-space:nowrap}table.figures td:nth-child(2){white-space:normal}
.wide{overflow-x:auto}
.bar{display:block;position:relative;width:7rem;height:.5rem;background:var(--line);border-radius:.2rem}
.bar i{display:block;height:100%;background:#3f7d58;border-radius:.2rem}.bar i.missed{background:var(--accent)}
.bar b{position:absolute;top:-.15rem;width:2px;height:.8rem;margin-left:-1px;background:var(--ink)}
summary{cursor:pointer;color:var(--accent);margin-top:.5rem}
`;

/** A page that needs nothing but itself: no script, nothing fetched. */
export const page = (title: string, body: Content | Promise<Content>) => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 信易贷</title>
<style>${raw(style)}</style>
</head>
<body><main>${body}</main></body>
</html>`;
