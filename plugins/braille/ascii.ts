/** North American Braille ASCII: the character of each pattern of six dots, from none to all. */
const characters = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;
const FIRST_PATTERN = 0x2800;

/** Unicode braille as braille ASCII. Of eight dots, the lower two are dropped. */
export function toAscii(line: string): string {
  return Array.from(line, (cell) => {
    const dots = (cell.codePointAt(0) ?? FIRST_PATTERN) - FIRST_PATTERN;
    return characters[dots >= 0 && dots < 256 ? dots % 64 : 0];
  }).join('');
}
