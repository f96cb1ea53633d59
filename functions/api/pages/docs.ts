import { html } from 'hono/html';
import type { Described, Document } from '../openapi.ts';
import { statusOf, titles } from '../status.ts';
import { page } from './layout.ts';

/** The document for people: every operation by tag, then the shapes. */
export const docsPage = (document: Document) =>
  page(
    '接口文档',
    html`<p><a href="/">← 首页 Home</a> · <a href="/openapi.json">openapi.json</a></p>
<h1>${document.info.title}</h1>
<p>${marked(document.info.description)}</p>
${document.tags.map(({ name }) => section(document, name))}
<h2>Codes</h2>
<table>${Object.entries(statusOf).map(
      ([code, status]) =>
        html`<tr id="${code}"><th><code>${code}</code></th><td>${status} ${titles[status]}</td></tr>`,
    )}</table>
<h2>Shapes</h2>
${Object.entries(document.components.schemas).map(
  ([name, schema]) => html`<details id="${name}"><summary>${name}</summary>
<pre>${JSON.stringify(schema, undefined, 2)}</pre></details>`,
)}`,
  );

const section = (document: Document, tag: string) => html`<section><h2>${tag}</h2>
${Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, operation]) => operation.tags.includes(tag))
    .map(([method, operation]) => card(method, path, operation)),
)}</section>`;

const card = (
  method: string,
  path: string,
  operation: Described,
) => html`<div class="card" id="${operation.operationId}">
<h3><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${marked(operation.summary)}</p>
${operation.description === undefined ? '' : html`<p class="soft">${marked(operation.description)}</p>`}
${parameterTable(operation)}
${operation.requestBody === undefined ? '' : foldedBody(operation.requestBody)}
<details><summary>Answers</summary><table>${Object.entries(operation.responses).map(
  ([status, { description }]) => html`<tr><th>${status}</th><td>${description}</td></tr>`,
)}</table></details>
</div>`;

const parameterTable = ({ parameters = [] }: Described) =>
  parameters.length === 0
    ? ''
    : html`<table>${parameters.map(({ name, in: place, schema }) => {
        const { description, ...rest } = schema;
        return html`<tr><th><code>${name}</code></th><td>${place}</td>
<td>${typeof description === 'string' ? marked(description) : ''} <code class="soft">${saying(rest)}</code></td></tr>`;
      })}</table>`;

/** The document writes code between backticks, as OpenAPI has it. */
const marked = (text: string) =>
  html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;

/** `type integer, minimum 1`: a small schema in a line. */
const saying = (schema: Readonly<Record<string, unknown>>) =>
  Object.entries(schema)
    .map(([word, value]) => `${word} ${Array.isArray(value) ? value.join(' | ') : String(value)}`)
    .join(', ');

const foldedBody = (body: Readonly<Record<string, unknown>>) =>
  html`<details><summary>Body</summary><pre>${JSON.stringify(body, undefined, 2)}</pre></details>`;
