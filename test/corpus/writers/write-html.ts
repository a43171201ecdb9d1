import type { Block, LaidCell } from '../layout.ts';

/** How a page of a site is built. */
export interface HtmlStyle {
  readonly before?: string;
  readonly after?: string;
  /** Around each paragraph and heading. */
  readonly paragraph?: (text: string, kind: Block['kind']) => string;
  /** Around a cell's text. */
  readonly cell?: (text: string) => string;
  readonly table?: (rows: string) => string;
  /** Says false things of spans, or none. */
  readonly spans?: (cell: LaidCell) => string;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function honestSpans({ rowSpan, columnSpan }: LaidCell): string {
  return `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan=${columnSpan}` : ''}`;
}

/** A page with the report in it. */
export function writeHtml(blocks: readonly Block[], style: HtmlStyle = {}): string {
  const { before = '<!DOCTYPE html><html><body>', after = '</body></html>', spans = honestSpans } = style;
  const {
    paragraph = (text) => `<p>${text}</p>`,
    cell = (text) => text,
    table = (rows) => `<table>${rows}</table>`,
  } = style;
  const row = (cells: readonly LaidCell[]) =>
    `<tr>${cells.map((one) => `<td${spans(one)}>${cell(escapeHtml(one.text))}</td>`).join('')}</tr>`;
  const content = blocks.map((block) =>
    block.kind === 'table' ? table(block.rows.map(row).join('\n')) : paragraph(escapeHtml(block.text), block.kind),
  );
  return `${before}\n${content.join('\n')}\n${after}`;
}

/** What Word writes when its document is saved or pasted as a page. */
export const pastedFromWord: HtmlStyle = {
  before:
    '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">' +
    '<style><!-- p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:x>一、总体情况</o:x></xml><![endif]--></head><body lang=ZH-CN><div class=WordSection1>',
  after: '</div></body></html>',
  paragraph: (text, kind) =>
    `<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312'>${
      kind === 'paragraph' ? `<span lang=EN-US>&nbsp;&nbsp;&nbsp;&nbsp;</span>${text}` : `<b>${text}</b>`
    }<span lang=EN-US><o:p></o:p></span></span></p>`,
  cell: (text) =>
    `<p class=MsoNormal align=center><span style='font-size:10.5pt'>${text === '' ? '&nbsp;' : text}<o:p></o:p></span></p>`,
  table: (rows) =>
    `<div align=center><table class=MsoNormalTable border=1 cellspacing=0><tbody>${rows}</tbody></table></div>`,
};

const menu = ['首页', '政务公开', '政府信息公开年报', '总体情况', '其他需要报告的事项'];

/** A page of a portal: menus, crumbs, scripts, hidden text, a layout table and a footer around the report. */
export const portalPage: HtmlStyle = {
  before: `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta charset="utf-8"><title>政府信息公开年报_某区人民政府</title><script>var n = "<table><tr><td>行政许可</td><td>9</td></tr></table>";</script></head>
<body><div class="nav"><ul>${menu.map((item) => `<li><a href="#">${item}</a></li>`).join('')}</ul></div>
<div style="display:none">内部编号：12345<table><tr><td>行政许可</td><td>77</td></tr></table></div>
<table width="1000"><tr><td class="left"><a>机构职能</a><br><a>法规文件</a></td><td>
<div class="crumb">当前位置：<a>首页</a> &gt; <a>政府信息公开年报</a></div><p>发布时间：2025-01-20 来源：办公室 浏览次数：<span id="hits">356</span></p>`,
  after: `<p>【打印本页】【关闭窗口】</p></td></tr></table>
<div class="footer"><table><tr><td>主办：某区人民政府</td><td>网站标识码：1234567890</td></tr></table></div><script src="a.js"></script></body></html>`,
  paragraph: (text, kind) =>
    kind === 'paragraph' ? `<p>　　${text}</p>` : `<p style="text-align:center"><strong>${text}</strong></p>`,
  cell: (text) => `<div>${text}</div>`,
};

/** An editor's page without paragraphs: lines that are parted by line breaks. */
export const brokenLines: HtmlStyle = {
  before: '<div id="zoom">',
  after: '</div>',
  paragraph: (text) => `　　${text}<br>`,
  table: (rows) => `<table>${rows}</table><br/>`,
};

/** Headings that the page marks, with the table's heads as such. */
export const markedPage: HtmlStyle = {
  before:
    '<!doctype html><html lang="zh"><head><title>年报</title></head><body><header>某市政府</header><main><article>',
  after: '</article></main><footer>版权所有</footer></body></html>',
  paragraph: (text, kind) =>
    kind === 'title' ? `<h1>${text}</h1>` : kind === 'heading' ? `<h2>${text}</h2>` : `<p>${text}</p>`,
};
