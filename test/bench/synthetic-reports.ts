import { formOf } from '#forms/index.ts';
import { createReport } from '#reports/create-report.ts';
import { entriesOf, treeOf, type Figure, type FigureTree } from '#reports/figures.ts';
import type { Report, ReportDraft } from '#reports/report.ts';
import type { Entry } from '#store/dump.ts';
import type { Organization } from '#store/organization-store.ts';

/** How many years each body reports on, the last of them, and how many provinces, cities of each, bodies there are. */
const YEARS = 10;
const LAST_YEAR = 2024;
const PROVINCES = 31;
const CITIES = 11;

const clauses = [
  '全面贯彻落实党中央、国务院关于政务公开工作的部署要求',
  '围绕群众关切，持续深化重点领域信息公开',
  '严格执行《中华人民共和国政府信息公开条例》',
  '规范办理依申请公开，做到件件有答复、事事有回音',
  '加强政府网站与政务新媒体建设，优化栏目设置',
  '健全信息发布审核机制，落实三审三校',
  '公开涉企政策、教育、医疗卫生、生态环境等信息',
  '组织业务培训，提升工作人员的专业水平',
  '存在的主要问题是政策解读形式较为单一',
  '下一步将完善制度，强化监督检查，推动工作提质增效',
  '行政许可、行政处罚等执法信息按时更新',
  '对历年规范性文件进行了清理并向社会公布结果',
] as const;

const characters =
  '安宝长昌春大德东丰福光广国海和恒弘华怀吉嘉建江金靖康乐利临龙明南宁平清庆泉荣瑞山绍盛顺泰天同望文武西祥新兴旭阳永玉元远云泽振正中';

/** The same numbers in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof createRandom>;

function pick(random: Random, items: readonly string[] | string): string {
  return items[random(items.length)] ?? '';
}

function nameOf(index: number, suffix: string): string {
  const random = createRandom(index * 7919 + suffix.length);
  return `${pick(random, characters)}${pick(random, characters)}${index}${suffix}`;
}

/** The bodies above and the body itself: country, province, city, body. */
function lineageOf(body: number): readonly Organization[] {
  const province = body % PROVINCES;
  const city = body % (PROVINCES * CITIES);
  const steps = [
    { id: 'country', name: '全国' },
    { id: `province-${province}`, name: nameOf(province, '省') },
    { id: `city-${city}`, name: nameOf(city, '市') },
    { id: `body-${body}`, name: nameOf(body, '局') },
  ];
  return steps.map(({ id, name }, depth) => ({
    id,
    name,
    parent: steps[depth - 1]?.id ?? null,
    lineage: steps.slice(0, depth + 1).map((step) => step.id),
  }));
}

function paragraphs(random: Random, name: string): string {
  const sentence = () =>
    `${Array.from({ length: 3 }, () => pick(random, clauses)).join('，')}，共${random(5000)}件，${pick(random, characters)}${pick(random, characters)}工作组负责。`;
  return Array.from({ length: 3 }, () => `${name}${sentence()}${sentence()}`).join('\n\n');
}

/** Sums of a report that agree still agree when every figure is as many times as great. */
function scaled(figures: FigureTree, times: number): FigureTree {
  const cells = [...entriesOf<Figure>(figures)];
  return treeOf(cells.map(([path, figure]) => [path, typeof figure === 'number' ? figure * times : figure]));
}

function syntheticReport(model: ReportDraft, index: number): Report {
  const random = createRandom(index + 1);
  const [body, year] = [Math.floor(index / YEARS), LAST_YEAR - (index % YEARS)];
  const lineage = lineageOf(body);
  const name = lineage.at(-1)?.name ?? '';
  const content = {
    ...model,
    title: `${name}${year}年政府信息公开工作年度报告`,
    year,
    narratives: Object.fromEntries(formOf(model).chapters.map(({ key }) => [key, paragraphs(random, name)])),
    figures: scaled(model.figures, 1 + random(300)),
  };
  const organization = { id: `body-${body}`, name, lineage: lineage.map(({ id }) => id) };
  const now = new Date(Date.UTC(year + 1, 0, 1 + random(90), random(24), random(60)));
  return createReport(content, { id: `report-${index}`, organization, status: 'PUBLISHED', now });
}

/**
 * A country's reports as a dump has them, organizations first; the same for every run, made one at a time. Figures are
 * multiples of the model's.
 */
export function* syntheticDump(model: ReportDraft, reports: number): Generator<Entry, void> {
  const told = new Set<string>();
  for (let body = 0; body * YEARS < reports; body += 1) {
    for (const organization of lineageOf(body)) {
      if (told.has(organization.id)) continue;
      told.add(organization.id);
      yield { kind: 'organization', organization };
    }
  }
  for (let index = 0; index < reports; index += 1) yield { kind: 'revision', report: syntheticReport(model, index) };
}
