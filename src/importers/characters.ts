import { simplifiedForms } from './traditional-characters.ts';

// Radicals of the supplement block that browsers write for ordinary characters, and that NFKC leaves alone.
const radicalSupplement: Readonly<Record<string, string>> = {
  '⺀': '冫',
  '⺄': '乙',
  '⺈': '刀',
  '⺊': '卜',
  '⺌': '小',
  '⺍': '小',
  '⺎': '兀',
  '⺏': '尣',
  '⺓': '幺',
  '⺔': '彑',
  '⺕': '彐',
  '⺗': '心',
  '⺘': '手',
  '⺙': '攵',
  '⺛': '旡',
  '⺝': '月',
  '⺟': '母',
  '⺠': '民',
  '⺡': '氵',
  '⺢': '氺',
  '⺣': '灬',
  '⺥': '爫',
  '⺦': '丬',
  '⺧': '牛',
  '⺨': '犭',
  '⺩': '王',
  '⺪': '疋',
  '⺫': '目',
  '⺬': '示',
  '⺭': '礻',
  '⺮': '竹',
  '⺰': '纟',
  '⺱': '罓',
  '⺲': '罒',
  '⺳': '网',
  '⺶': '羊',
  '⺷': '羊',
  '⺹': '老',
  '⺼': '肉',
  '⺾': '艹',
  '⺿': '艹',
  '⻀': '艹',
  '⻁': '虎',
  '⻂': '衤',
  '⻃': '覀',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻌': '辶',
  '⻎': '辶',
  '⻏': '阝',
  '⻐': '钅',
  '⻑': '長',
  '⻒': '镸',
  '⻓': '长',
  '⻔': '门',
  '⻖': '阝',
  '⻗': '雨',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻠': '饣',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻧': '卤',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
};

// NFKC turns the radical ⼾ (U+2F3E) into 戶, where simplified script writes 户.
const radicalExceptions: Readonly<Record<string, string>> = { '⼾': '户' };

// Zero-width characters, soft hyphens and direction marks: invisible, and inserted by some mirrors.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/gu;

const radical = /[\u2e80-\u2fd5]/gu;

/**
 * Gives a source's characters their ordinary form: CJK radicals that PDF extraction leaves become characters,
 * invisible characters go, every kind of line end becomes a line feed; form feeds, which tell pages apart, stay. Punctuation and width stay as they are.
 */
export function cleanCharacters(text: string): string {
  return (
    text
      .replace(invisible, '')
      // Half of a surrogate pair has no form in UTF-8.
      .replace(/\p{Cs}/gu, '\ufffd')
      // oxlint-disable-next-line no-control-regex
      .replace(/\r\n?|\u000b|\u0085|\u2028|\u2029/gu, '\n')
      .replace(
        radical,
        (character) => radicalExceptions[character] ?? radicalSupplement[character] ?? character.normalize('NFKC'),
      )
  );
}

/** Kept: letters, digits and the marks that tell labels apart. Everything else varies between publishers. */
const dropped = /[\s"'“”‘’「」『』《》〈〉:;：；。·•…]/u;

/**
 * Folds text for comparing labels: script, width, spaces, quotation marks and the kinds of comma and stop do not matter.
 * One character of the result for each kept character, so that places can be mapped.
 */
export function foldLabel(text: string): string {
  return Array.from(text).map(foldCharacter).join('');
}

const folded = new Map<string, string>();

/** One character's folded form: one character, or empty where it does not matter. */
export function foldCharacter(character: string): string {
  let form = folded.get(character);
  if (form === undefined) folded.set(character, (form = computeFold(character)));
  return form;
}

function computeFold(character: string): string {
  if (dropped.test(character)) return '';
  const form = character.normalize('NFKC').toLowerCase();
  if (form.length !== 1) return form.charAt(0);
  return ',.、'.includes(form) ? '.' : (simplifiedForms.get(form) ?? form);
}
