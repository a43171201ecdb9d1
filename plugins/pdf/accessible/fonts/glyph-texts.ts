import { ordinaryText } from './ordinary-text.ts';

const BLOCK = 100;

/** Whether a glyph's text, in hexadecimal digits, is one that may be read (ISO 14289-1, 7.21.7). */
export function saysText(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !/^(?:.{4})*?(?:0000|FEFF|FFFE)/u.test(text);
}

/** The map of glyphs to text (ISO 32000-1, 9.10.3): for each number the text as UTF-16BE in hexadecimal digits. */
export function glyphTexts(texts: readonly (string | undefined)[]): string {
  const lines = texts.flatMap((text, id) => {
    return text === undefined ? [] : [`<${id.toString(16).padStart(4, '0').toUpperCase()}> <${ordinaryText(text)}>`];
  });
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, block) => {
    const part = lines.slice(block * BLOCK, (block + 1) * BLOCK);
    return [`${part.length} beginbfchar`, ...part, 'endbfchar'].join('\n');
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
