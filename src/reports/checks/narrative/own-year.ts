const carried = '结转|转入|转结|顺延|留待|延续|转';

/** Says the report's year, the one before and the one after in words, so that only years of other reports remain. */
export function withoutOwnYears(text: string, year: number): string {
  const whole = `${year}年度?(?:1月1日(?:起|零时)?(?:至|到|-|—|~)(?:${year}年)?12月31日(?:止|期间)?)?`;
  return text
    .replace(
      new RegExp(
        `(?:截至|截止)(?:到)?(?:${year}年)?(?:12月31日|12月底|年底|年末)|(?:至|到)?${year}年(?:年?底|末)`,
        'gu',
      ),
      '本年',
    )
    .replace(new RegExp(`(${carried})(至|到|入)?${year + 1}年度?`, 'gu'), '$1$2下年度')
    .replace(new RegExp(`${year - 1}年度?(?=${carried}|遗留)`, 'gu'), '上年度')
    .replace(new RegExp(whole, 'gu'), '本年');
}
