import type { PrintableDocument } from '#plugin-api/document.ts';

/** A small document with every kind of block; each renderer must manage it before it is offered. */
export const goldenDocument: PrintableDocument = {
  title: '样本报告',
  language: 'zh-CN',
  metadata: {
    author: '样本单位',
    subject: '样本',
    modified: '2024-01-31T00:00:00.000Z',
    keywords: ['样本'],
  },
  blocks: [
    { type: 'heading', level: 2, text: '一、总体情况', id: 'overview', runIn: false },
    { type: 'heading', level: 3, text: '（一）主动公开。', id: 'overview-1', runIn: true },
    { type: 'paragraph', text: '公开信息 1 条，其中 <3 项 & “引号”。', role: 'body' },
    {
      type: 'table',
      id: 'table-sample',
      caption: '样本表',
      corner: '信息内容',
      unit: '件',
      notes: ['样本说明'],
      columns: [
        {
          label: '申请人情况',
          children: [
            { label: '自然人', children: [] },
            { label: '总计', children: [] },
          ],
        },
      ],
      rows: [
        { label: '一、新收', children: [] },
        { label: '二、结果', children: [{ label: '（一）公开', children: [] }] },
      ],
      cells: [
        [
          { text: '1', state: 'figure', path: 'a.b' },
          { text: '', state: 'empty', path: 'a.c' },
        ],
        [
          { text: '/', state: 'nil', path: 'd.b' },
          { text: '11398889', state: 'figure', path: 'd.c' },
        ],
      ],
      totals: [{ label: '各行之和等于总计', agreeing: 0, disagreeing: 0, open: 2 }],
    },
    {
      type: 'figure',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
      alternative: '一个方块',
      caption: '图 1',
    },
  ],
};
