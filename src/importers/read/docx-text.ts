import { shiftDigits } from '../note-marks.ts';
import { elementsOf, find, xmlText, type XmlElement } from './xml.ts';

/** Elements that only hold others: content controls, accepted insertions, links. */
const transparent = new Set(['sdt', 'sdtContent', 'ins', 'moveTo', 'smartTag', 'customXml', 'hyperlink', 'fldSimple']);

/** The children of an element with those that only hold others opened. */
export function contentOf(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => (transparent.has(child.name) ? contentOf(child) : [child]));
}

/** What text boxes hold that are anchored in a paragraph; of a drawing and its older form the first counts. */
export function boxesIn(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === 'txbxContent') return [child];
    if (child.name !== 'AlternateContent') return boxesIn(child);
    const choices = elementsOf(child).map(boxesIn);
    return choices.find((boxes) => boxes.length > 0) ?? [];
  });
}

const breaks: ReadonlySet<string> = new Set(['tab', 'br', 'cr']);

/** A property that is there is on, unless it says that it is off. */
function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(property.attributes['val'] ?? '');
}

function runText(run: XmlElement): string {
  if (['vanish', 'strike', 'dstrike'].some((name) => isOn(find(run, 'rPr', name)))) return '';
  const text = elementsOf(run)
    .map((part) => {
      if (part.name === 't') return xmlText(part);
      if (part.name === 'noBreakHyphen') return '-';
      return breaks.has(part.name) ? ' ' : '';
    })
    .join('');
  const shift = find(run, 'rPr', 'vertAlign')?.attributes['val'];
  return shift === 'superscript' || shift === 'subscript' ? shiftDigits(text, shift) : text;
}

/** The text of a paragraph without what is deleted, hidden or drawn. */
export function paragraphText(paragraph: XmlElement): string {
  return contentOf(paragraph)
    .map((part) => (part.name === 'r' ? runText(part) : ''))
    .join('');
}
