/** Where a body stands, as far as its name tells. */
export interface BodyKind {
  /** 人民政府 of any level. */
  readonly isGovernment: boolean;
  /** Its report tells of the bodies below it as well. */
  readonly isAggregate: boolean;
  /** A town, a township, a sub-district, or a department of a county: none of them can make 规章. */
  readonly canNotMakeRegulations: boolean;
}

const government = /人民政府$/u;
const area = /(?:全国|[省市县区州盟旗镇乡])$/u;
const town = /(?:镇|乡|苏木|街道|街道办|街道办事处|办事处|(?:镇|乡)(?:人民)?政府|街道党工委)$/u;
const department = /(?:局|委|委员会|办公室|中心|大队|支队|站|所)$/u;

/** 县 or 区 of a county's name; 自治区, 地区, 新区 and the like are something else. */
const county =
  /[\p{Script=Han}](?:县|自治旗|(?<!自治|地|新|开发|保税|园|景|林|矿|军|特别行政)区|旗)(?=[\p{Script=Han}])/u;

/** What kind of body a name tells of. */
export function bodyKindOf(name: string): BodyKind {
  const plain = name.normalize('NFKC').replace(/\s/gu, '');
  const isTown = town.test(plain);
  const isOfCounty = county.test(plain) && department.test(plain);
  const isAggregate = government.test(plain) || area.test(plain);
  return { isGovernment: government.test(plain), isAggregate, canNotMakeRegulations: isTown || isOfCounty };
}
