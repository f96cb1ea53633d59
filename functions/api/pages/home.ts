import { html } from 'hono/html';
import type { Principal } from '#domain/principal';
import { page } from './layout.ts';
import { whoLine } from './sign-in.ts';

const places = [
  ['/docs', '接口文档', '每个接口怎么用，手机上也好读', 'How to use the API'],
  ['/openapi.json', 'OpenAPI 3.1', '同一份文档，供程序读取', 'The same document for machines'],
  [
    '/pages/v1/enterprises',
    '企业',
    '辖内企业及其最新信用评分',
    'Firms, each with its latest score',
  ],
  [
    '/pages/v1/products',
    '信贷产品',
    '银行提供什么、给谁、利率多少',
    'What banks lend, to whom, at what rate',
  ],
  ['/pages/v1/needs', '融资需求', '企业要什么，哪些产品合适', 'What firms ask for, and what fits'],
  [
    '/pages/v1/whitelists',
    '推荐名单',
    '推荐哪些企业，逐户列明理由',
    'Recommended firms, with the grounds',
  ],
  [
    '/pages/v1/batches',
    '数据批次',
    '部门报送的信用记录，逐行有结论',
    'Credit records delivered, row by row',
  ],
  [
    '/pages/v1/catalogues',
    '数据目录',
    '部门报送哪些数据，逐项说明',
    'What departments deliver, by field',
  ],
  ['/pages/v1/suppliers', '归集单位', '谁应当报送哪些目录', 'Who has to deliver what'],
  [
    '/pages/v1/quality',
    '归集质量通报',
    '本月各单位的及时率、入库率、合规率、上报率',
    'How well suppliers delivered this month',
  ],
  [
    '/pages/v1/quality-definitions',
    '归集质量口径',
    '这些指标怎么算，依据哪一条',
    'How that is measured, by which text',
  ],
  ['/pages/v1/lists', '名单', '哪些名单、命中后如何处理', 'Lists, and what a hit means'],
  [
    '/pages/v1/cases',
    '异议与修复',
    '等待信用办处理的申请，最急的在前',
    'Objections and repairs that wait',
  ],
  [
    '/pages/v1/scorecards/current',
    '评分卡',
    '企业的分数是怎么来的',
    "How a firm's points come about",
  ],
] as const;

export const homePage = (asker: Principal) =>
  page(
    '首页',
    html`${whoLine(asker)}
<p class="soft">信易贷 · 开源信用融资平台</p>
<h1>让信用变成贷款</h1>
<p class="soft">Shared credit data becomes loans for small firms: every score, match and list tells its reasons.</p>
<ul class="grid">${places.map(
      ([href, name, zh, en]) => html`<li class="card"><h3><a href="${href}">${name}</a></h3>
<p>${zh}</p><p class="soft">${en}<br><code>${href}</code></p></li>`,
    )}</ul>`,
  );
