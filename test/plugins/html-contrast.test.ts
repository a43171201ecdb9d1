import { describe, expect, it } from 'vitest';
import { palettes } from '../../plugins/html/style/colours.ts';

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', palettes.normal.light, 4.5],
  ['dark', palettes.normal.dark, 4.5],
  ['light, high contrast', palettes.high.light, 7],
  ['dark, high contrast', palettes.high.dark, 7],
] as const)('the colours: %s', (_, colours, wanted) => {
  it.each([
    ['ink', 'ground'],
    ['ink', 'head'],
    ['ink', 'band'],
    ['quiet', 'ground'],
    ['quiet', 'head'],
    ['focus', 'ground'],
  ] as const)(`let %s be read on %s (${wanted})`, (text, behind) => {
    expect(contrast(colours[text], colours[behind])).toBeGreaterThanOrEqual(wanted);
  });

  it.each(['line', 'focus', 'mark'] as const)('let %s be seen (WCAG AA, 3)', (drawn) => {
    expect(contrast(colours[drawn], colours['ground'])).toBeGreaterThanOrEqual(3);
  });
});
