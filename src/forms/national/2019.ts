import { defineForm } from '../define-form.ts';
import type { RowDefinition, TableDefinition } from '../form-definition.ts';
import { national2021 } from './2021.ts';

const [overview, , applications, disputes, problems, otherMatters] = national2021.definition.chapters;
const [applicationTable] = applications.tables;

/** On this form （六）其他处理 is one row. */
function undivided(row: RowDefinition): RowDefinition {
  const { rows, ...rest } = row;
  if (row.key === 'other') return { ...rest, undividedKey: 'undivided' };
  return rows ? { ...rest, rows: rows.map(undivided) } : row;
}

/** Of the columns of items only the decisions are on the later form too; the others stand in objects of their own. */
const items = [
  { key: 'itemsLastYear', leads: true, shape: 'ServiceItems', label: '上一年项目数量', english: 'Items last year' },
  {
    key: 'itemsChange',
    leads: true,
    shape: 'ServiceItemChanges',
    label: '本年增/减',
    english: 'Change this year',
    kind: 'change',
  },
] as const;

const decisions = { label: '处理决定数量', english: 'Decisions', aliases: ['本年处理决定数量'] } as const;

const itemTable = { unit: '件', kind: 'count', corner: '信息内容' } as const;

const proactiveTables: readonly TableDefinition[] = [
  {
    ...itemTable,
    id: 'article20item1',
    title: '第二十条第（一）项',
    english: { title: 'Article 20, item (1)', unit: 'items', corner: 'Content' },
    rowShape: 'IssuedDocuments',
    columns: [
      { key: 'newlyMade', label: '本年新制作数量', english: 'Newly made this year', aliases: ['本年制作数量'] },
      {
        key: 'newlyDisclosed',
        label: '本年新公开数量',
        english: 'Newly disclosed this year',
        aliases: ['本年公开数量'],
      },
      { key: 'disclosedInAll', label: '对外公开总数量', english: 'Disclosed in all', aliases: ['对外公开数量'] },
    ],
    rows: [
      { key: 'regulations', label: '规章', english: 'Regulations' },
      { key: 'normativeDocuments', label: '规范性文件', english: 'Normative documents', aliases: ['行政规范性文件'] },
    ],
  },
  {
    ...itemTable,
    id: 'article20item5',
    title: '第二十条第（五）项',
    english: { title: 'Article 20, item (5)', unit: 'items', corner: 'Content' },
    columns: [...items, decisions],
    rows: [
      { key: 'licensing', label: '行政许可', english: 'Administrative licences' },
      {
        key: 'otherServices',
        label: '其他对外管理服务事项',
        english: 'Other services and administration for the public',
      },
    ],
  },
  {
    ...itemTable,
    id: 'article20item6',
    title: '第二十条第（六）项',
    english: { title: 'Article 20, item (6)', unit: 'items', corner: 'Content' },
    columns: [...items, decisions],
    rows: [
      { key: 'penalties', label: '行政处罚', english: 'Administrative penalties' },
      { key: 'coerciveMeasures', label: '行政强制', english: 'Administrative coercive measures' },
    ],
  },
  {
    ...itemTable,
    id: 'article20item8',
    title: '第二十条第（八）项',
    english: { title: 'Article 20, item (8)', unit: 'items', corner: 'Content' },
    columns: items,
    rows: [{ key: 'fees', label: '行政事业性收费', english: 'Administrative fees' }],
  },
  {
    ...itemTable,
    id: 'article20item9',
    title: '第二十条第（九）项',
    english: { title: 'Article 20, item (9)', unit: 'items; 10,000 yuan', corner: 'Content' },
    unit: '项、万元',
    rowShape: 'Procurement',
    columns: [
      { key: 'projects', label: '采购项目数量', english: 'Procurement projects' },
      {
        key: 'amount',
        label: '采购总金额',
        english: 'Total amount (unit: 10,000 yuan)',
        kind: 'decimal',
        aliases: ['采购总金额（单位：万元）', '采购金额'],
      },
    ],
    rows: [{ key: 'procurement', label: '政府集中采购', english: 'Centralized government procurement' }],
  },
];

/** The trial form for reports of 2019 and 2020 (国办公开办函〔2019〕60号). What the form of 2021 kept is taken from there. */
export const national2019 = defineForm({
  id: '2019',
  title: '政府信息公开工作年度报告格式（2019年试行）',
  source: '国办公开办函〔2019〕60号',
  validFrom: 2019,
  validTo: 2020,
  chapters: [
    overview,
    {
      kind: 'figures',
      key: 'proactiveDisclosure',
      number: '二',
      title: '主动公开政府信息情况',
      english: 'Proactive disclosure of government information',
      shape: 'ProactiveDisclosure',
      tables: proactiveTables,
    },
    { ...applications, tables: [{ ...applicationTable, rows: applicationTable.rows.map(undivided) }] },
    disputes,
    problems,
    otherMatters,
  ],
  equations: national2021.definition.equations,
});
