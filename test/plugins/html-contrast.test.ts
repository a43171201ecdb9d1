import { describe, expect, it } from 'vitest';
import { screenStyle } from '../../plugins/html/style/screen.ts';

type Colours = Readonly<Record<string, string>>;

function coloursOf(style: string): Colours {
  return Object.fromEntries(
    [...style.matchAll(/--([a-z]+): (#[0-9a-f]{3,6})\b/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, '$&$&') : colour.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const [light = '', dark = ''] = screenStyle.split('@media (prefers-color-scheme: dark)');

describe.each([
  ['light', coloursOf(light)],
  ['dark', coloursOf(dark)],
])('the %s colours', (_, colours) => {
  it.each([
    ['ink', 'ground'],
    ['ink', 'head'],
    ['ink', 'band'],
    ['quiet', 'ground'],
    ['quiet', 'head'],
  ])('let %s be read on %s (WCAG AA, 4.5)', (text, behind) => {
    expect(contrast(colours[text], colours[behind])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['line', 'focus', 'mark'])('let %s be seen (WCAG AA, 3)', (drawn) => {
    expect(contrast(colours[drawn], colours['ground'])).toBeGreaterThanOrEqual(3);
  });
});
