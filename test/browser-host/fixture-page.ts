import type { PageLayout } from '#browser-host/print-request.ts';

/** A4 without the plugin's help. */
export const a4: PageLayout = {
  width: '210mm',
  height: '297mm',
  margin: { top: '37mm', right: '26mm', bottom: '35mm', left: '28mm' },
};

const style = `body{font:16pt/29pt "Nianbao Song";margin:0} h1{font:bold 22pt/36pt "Nianbao Song";text-align:center}
h2{font:16pt/29pt "Nianbao Hei"} h3{font:16pt/29pt "Nianbao Kai"} p{text-indent:2em}
table{border-collapse:collapse;width:100%;font-size:9pt;line-height:12pt} th,td{border:.6pt solid #000;text-align:center}
thead{display:table-header-group} tr{break-inside:avoid}`;

const head = `<thead>
<tr><th rowspan="3" scope="col">类别</th><th colspan="9" scope="colgroup">申请人情况</th></tr>
<tr><th colspan="4" scope="colgroup">自然人</th><th colspan="5" scope="colgroup">法人或其他组织</th></tr>
<tr>${['居民', '职工', '农民', '学生', '企业', '高校', '社团', '律所', '其他'].map((name) => `<th scope="col">${name}</th>`).join('')}</tr>
</thead>`;

const body = ['予以公开', '部分公开', '不予公开', '无法提供']
  .map((name, row) => `<tr><th scope="row">${name}</th>${cells(row)}</tr>`)
  .join('\n');

function cells(row: number): string {
  return Array.from({ length: 9 }, (_, column) => `<td>${row * 9 + column}</td>`).join('');
}

/** Chinese with headings, digits, rare characters, ordinary characters that look like radicals, and a deep table. */
export const article = `<h1>北关区工信局2024年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2>
<h3>（一）主动公开</h3>
<p>2024年，全区共公开12,345条，同比增长6.7％；办理龙、马、鸟、鱼、黑、鼻、齐、龟、方、日、月、火、水、木、金、土、门、页、风、食等词条。</p>
<p>罕见字：㐂䶮𠮷劐坶湴，繁體字：龍馬鳥魚黽齊龜，“引号”与——破折号……</p>
<h2>二、申请情况</h2>
<table><caption>表一 收到和处理申请情况</caption>${head}<tbody>${body}</tbody></table>`;

/** The article as a whole page. */
export const page = pageOf(article);

/** A page around some HTML. */
export function pageOf(inside: string, title = '北关区工信局2024年度报告'): string {
  return `<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>${inside}</body>\n</html>\n`;
}

/** A table that Chromium needs many seconds to lay out and print. */
export function endlessPage(): string {
  const row = `<tr>${'<td>一二三四五</td>'.repeat(9)}</tr>`;
  return pageOf(`<table>${row.repeat(15_000)}</table>`);
}

/** The characters of some HTML, in order, without white space. */
export function characters(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}
