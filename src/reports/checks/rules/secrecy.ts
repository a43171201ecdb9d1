import type { Form } from '#forms/form.ts';
import { isIdentityNumber } from '../identity-number.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';

/** Characters around what was found, for a person to find the place. */
const AROUND = 20;

const identityNumber = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/gu;
const mobile = /(?<![\d-])1[3-9]\d{9}(?![\d-])/gu;
/** The number of the office itself is meant to be known. */
const officePhone =
  /(?:联系|咨询|监督|举报|投诉|服务|办公|受理|传真|值班)(?:电话|方式|热线|人)?[^。；\n]{0,12}$|电话(?:为|是)?[：:]?\s*$/u;

const script =
  /(?:javascript|vbscript)\s*:|data\s*:\s*text\/html|<\s*(?:script|iframe|object|embed)\b|\bon(?:click|load|error|mouseover)\s*=/giu;
const secrecy =
  /(?:绝密|机密|秘密)\s*★|密级\s*[：:]\s*(?:绝密|机密|秘密)|内部资料|内部文件|不得外传|仅供内部(?:参考|使用)|注意保密/gu;

interface Sought {
  readonly text: string;
  readonly match: RegExpExecArray;
}

function titleOf(form: Form, key: string): string {
  const chapter = form.chapters.find((one) => one.key === key);
  return chapter ? `${chapter.number}、${chapter.title}` : '正文';
}

/** What was found with what stands around it; personal data are not repeated. */
function quoteOf({ text, match }: Sought, isMasked: boolean): string {
  const [found] = match;
  const shown = isMasked ? `${found.slice(0, 3)}${'*'.repeat(found.length - 5)}${found.slice(-2)}` : found;
  const end = match.index + found.length;
  return `${text.slice(Math.max(0, match.index - AROUND), match.index)}${shown}${text.slice(end, end + AROUND)}`;
}

function judgeTexts(pattern: RegExp, isMeant: (sought: Sought) => boolean, isMasked: boolean) {
  return function* judge({ form, report }: Subject): Generator<Finding> {
    for (const [key, text] of Object.entries(report.narratives)) {
      for (const match of text.normalize('NFKC').matchAll(pattern)) {
        const sought = { text: text.normalize('NFKC'), match };
        if (isMeant(sought)) yield { place: titleOf(form, key), quote: quoteOf(sought, isMasked) };
      }
    }
  };
}

const always = () => true;
const judgeIdentityNumbers = judgeTexts(identityNumber, ({ match: [found] }) => isIdentityNumber(found), true);
const judgeMobiles = judgeTexts(mobile, ({ text, match }) => !officePhone.test(text.slice(0, match.index)), true);

/** What must not be published with a report. */
export const secrecyRules = {
  PERSONAL_DATA: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”中疑有个人信息（身份证号码或手机号码）。',
      en: '“{place}” seems to hold personal data: the number of an identity card or a mobile phone.',
    },
    judge: function* judge(subject) {
      yield* judgeIdentityNumbers(subject);
      yield* judgeMobiles(subject);
    },
  },
  SCRIPT_IN_TEXT: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”中有脚本或指向脚本的链接。',
      en: '“{place}” holds a script, or a link to one.',
    },
    judge: judgeTexts(script, always, false),
  },
  SECRECY_MARK: {
    severity: 'WARNING',
    sentence: {
      zh: '“{place}”中有涉密或内部资料的标记。',
      en: '“{place}” has a mark of secrecy or of internal papers.',
    },
    judge: judgeTexts(secrecy, always, false),
  },
} as const satisfies Record<string, Rule>;
