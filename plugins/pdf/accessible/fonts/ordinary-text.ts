// Pairs of a radical of the supplement block, which NFKC leaves alone, and the character that it looks like.
const supplement = `
⺀冫⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺏尣⺓幺⺔彑⺕彐⺗心⺘手⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢氺⺣灬⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺹老⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角
⻉贝⻋车⻌辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟`.replaceAll(
  '\n',
  '',
);

const ordinary = new Map(
  Array.from({ length: supplement.length / 2 }, (_, pair) => [supplement[2 * pair], supplement[2 * pair + 1]]),
);
ordinary.set('⼾', '户');

/**
 * A glyph's text, in hexadecimal digits, with ordinary characters for Kangxi radicals: a font may have one glyph for
 * both, and the browser writes the first.
 */
export function ordinaryText(text: string): string {
  const radical = /^2[EF][\dA-F]{2}$/iu.test(text) ? String.fromCharCode(Number.parseInt(text, 16)) : '';
  if (!/^[\u2e80-\u2fdf]$/u.test(radical)) return text;
  const character = ordinary.get(radical) ?? radical.normalize('NFKC');
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
