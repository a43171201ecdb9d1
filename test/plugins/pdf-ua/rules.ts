import { entryOf, kidTypes, parentType, type TaggedElement } from './elements.ts';
import type { Annotation, PdfModel } from './read-model.ts';
import type { Shown } from './shown-content.ts';
import { hasHeads, isRegular } from './tables.ts';

/**
 * A rule of PDF/UA-1. Ids are clauses of ISO 14289-1:2014 with the numbers that veraPDF's validation profile gives to
 * its tests (veraPDF consortium, CC BY 4.0); the tests are our own words for it.
 */
export interface Rule {
  readonly id: string;
  readonly says: string;
  /** What does not keep it, in words. */
  readonly faults: (model: PdfModel) => readonly string[];
}

const rule = (id: string, says: string, faults: Rule['faults']): Rule => ({ id, says, faults });

/** Something must be so of the document as a whole. */
const document = (id: string, says: string, holds: (model: PdfModel) => boolean): Rule =>
  rule(id, says, (model) => (holds(model) ? [] : ['the document']));

/** Something must be so of every element of a standard type. */
const each = (type: string, id: string, says: string, holds: (element: TaggedElement, model: PdfModel) => boolean) =>
  rule(id, says, (model) =>
    model.elements
      .filter(({ standard }) => type === '' || standard === type)
      .filter((element) => !holds(element, model))
      .map((element) => `${element.type} holding ${kidTypes(element).join(' ')}`),
  );

/** Something must be so of everything that is painted. */
const painted = (id: string, says: string, holds: (shown: Shown, model: PdfModel) => boolean): Rule =>
  rule(id, says, (model) =>
    model.shown
      .filter((shown) => !holds(shown, model))
      .map(
        ({ page, kind, marks, glyphs }) =>
          `page ${page}: ${kind} ${glyphs.map(({ text }) => text).join('')} in ${marks.join(' ')}`,
      ),
  );

const annotation = (id: string, says: string, holds: (one: Annotation, model: PdfModel) => boolean): Rule =>
  rule(id, says, (model) => model.annotations.filter((one) => !holds(one, model)).map(({ subtype }) => subtype));

const font = (id: string, says: string, holds: (one: PdfModel['fonts'][number]) => boolean): Rule =>
  rule(id, says, ({ fonts }) =>
    fonts.filter((one) => !holds(one)).map(({ subtype, encoding }) => `${subtype} ${encoding}`),
  );

/** Rules about things that no document of ours has; that it has none is what is tested. */
const absent = (feature: string, ...ids: readonly string[]): Rule[] =>
  ids.map((id) => document(id, `there is no ${feature}`, ({ features }) => !features.has(feature)));

const only = (types: string, list: readonly string[], first = ''): boolean =>
  new RegExp(`^(?:${first} )?(?:(?:${types}) )*$`, 'u').test(list.map((type) => `${type} `).join(''));
const count = (list: readonly string[], type: string) => list.filter((one) => one === type).length;
const isTagName = (text: string) => /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/u.test(text);
const says = (element: TaggedElement) =>
  (entryOf(element, 'Alt') ?? '') !== '' || entryOf(element, 'ActualText') !== undefined;
const parts = 'TR|THead|TBody|TFoot';

function headingFaults({ elements }: PdfModel): string[] {
  let last = 0;
  return elements.flatMap(({ standard }) => {
    const level = Number(/^H([1-6])$/u.exec(standard ?? '')?.[1] ?? 0);
    if (level === 0) return [];
    const skipped = level > last + 1;
    last = level;
    return skipped ? [`H${level}`] : [];
  });
}

/** In the order of the standard. */
export const rules: readonly Rule[] = [
  document('5-1', 'the metadata claim PDF/UA', ({ xmp }) => xmp?.includes('pdfuaid:part') === true),
  document(
    '5-2',
    'it is part 1 that they claim',
    ({ xmp }) => xmp?.includes('<pdfuaid:part>1</pdfuaid:part>') === true,
  ),
  painted(
    '7.1-1',
    'no artifact stands within tagged content',
    ({ marks, isTagged }) => !(isTagged && marks.includes('Artifact')),
  ),
  painted(
    '7.1-2',
    'no tagged content stands within an artifact',
    ({ marks, isTagged }) => !(isTagged && marks[0] === 'Artifact'),
  ),
  painted(
    '7.1-3',
    'content is tagged or an artifact',
    ({ marks, owner }) => owner !== undefined || marks.includes('Artifact'),
  ),
  document('7.1-4', 'the tags are not suspect', ({ isSuspect }) => !isSuspect),
  each('', '7.1-5', 'types are standard ones or mapped to such', ({ standard }) => standard !== undefined),
  each('', '7.1-6', 'no type is mapped in a circle', ({ standard }) => standard !== undefined),
  each(
    '',
    '7.1-7',
    'standard types are not mapped to others',
    ({ type, standard }) => standard === undefined || !/^(?:P|H\d|T[RDH])$/u.test(type) || type === standard,
  ),
  document('7.1-8', 'there are metadata', ({ xmp }) => xmp !== undefined),
  document('7.1-9', 'the metadata have a title', ({ xmp }) =>
    /<dc:title><rdf:Alt><rdf:li[^>]*>[^<]+</u.test(xmp ?? ''),
  ),
  document('7.1-10', 'the title is displayed', ({ displaysTitle }) => displaysTitle),
  document('7.1', 'the document is marked as tagged', ({ isMarked }) => isMarked),
  document('7.2-2', 'the outline has a language', ({ hasOutline, language }) => !hasOutline || Boolean(language)),
  each(
    'Table',
    '7.2-3',
    'a table holds rows, parts and one caption at an end',
    (table) => only(parts, kidTypes(table), 'Caption') || only(parts, kidTypes(table).reverse(), 'Caption'),
  ),
  each('TR', '7.2-4', 'a row stands in a table or a part of one', (row) =>
    /^(?:Table|THead|TBody|TFoot)$/u.test(parentType(row)),
  ),
  ...(['THead', 'TBody', 'TFoot'] as const).map((part, index) =>
    each(part, `7.2-${5 + index}`, 'parts stand in a table', (one) => parentType(one) === 'Table'),
  ),
  each('TH', '7.2-8', 'a head stands in a row', (head) => parentType(head) === 'TR'),
  each('TD', '7.2-9', 'a cell stands in a row', (cell) => parentType(cell) === 'TR'),
  each('TR', '7.2-10', 'a row holds heads and cells', (row) => only('TH|TD', kidTypes(row))),
  each('Table', '7.2-11', 'a table has one head part', (table) => count(kidTypes(table), 'THead') <= 1),
  each('Table', '7.2-12', 'a table has one foot part', (table) => count(kidTypes(table), 'TFoot') <= 1),
  each(
    'Table',
    '7.2-13',
    'a table with a foot has a body',
    (table) => count(kidTypes(table), 'TFoot') === 0 || count(kidTypes(table), 'TBody') > 0,
  ),
  each(
    'Table',
    '7.2-14',
    'a table with a head has a body',
    (table) => count(kidTypes(table), 'THead') === 0 || count(kidTypes(table), 'TBody') > 0,
  ),
  each('Table', '7.2-15', 'a table is regular', isRegular),
  each('LI', '7.2-17', 'an item stands in a list', (item) => parentType(item) === 'L'),
  each('LBody', '7.2-18', 'a body stands in an item', (body) => parentType(body) === 'LI'),
  each('L', '7.2-19', 'a list holds items, lists and one caption first', (list) =>
    only('L|LI', kidTypes(list), 'Caption'),
  ),
  each('LI', '7.2-20', 'an item holds labels and bodies', (item) => only('Lbl|LBody', kidTypes(item))),
  ...['ActualText', 'Alt', 'E'].map((entry, index) =>
    each(
      '',
      `7.2-${21 + index}`,
      `${entry} has a language`,
      (element, model) => entryOf(element, entry) === undefined || Boolean(element.language ?? model.language),
    ),
  ),
  annotation(
    '7.2-24',
    'what annotations say has a language',
    ({ contents }, model) => contents === undefined || Boolean(model.language),
  ),
  each('TOCI', '7.2-26', 'an entry stands in a table of contents', (entry) => parentType(entry) === 'TOC'),
  each('TOC', '7.2-27', 'a table of contents holds entries', (toc) => only('TOC|TOCI', kidTypes(toc), 'Caption')),
  rule('7.2-29', 'languages are tags', ({ language, elements }) =>
    [language ?? '', ...elements.flatMap((one) => entryOf(one, 'Lang') ?? [])].filter((tag) => !isTagName(tag)),
  ),
  ...[30, 31, 32].map((test) =>
    painted(
      `7.2-${test}`,
      'what marks say has a language',
      ({ marks, owner }, model) => !marks.includes('Span') || Boolean(owner?.language ?? model.language),
    ),
  ),
  document(
    '7.2-33',
    'the metadata have a language',
    ({ xmp, language }) => xmp?.includes('x-default') !== true || Boolean(language),
  ),
  painted(
    '7.2-34',
    'text has a language',
    ({ kind, owner }, model) => kind !== 'text' || Boolean(owner?.language ?? model.language),
  ),
  ...(['THead', 'TBody', 'TFoot'] as const).map((part, index) =>
    each(part, `7.2-${36 + index}`, 'parts hold rows', (one) => only('TR', kidTypes(one))),
  ),
  each('Figure', '7.3-1', 'a figure has an alternative', says),
  rule('7.4.2-1', 'headings begin with H1 and skip no level', headingFaults),
  each('', '7.4.4-1', 'nothing holds two headings without a level', (element) => count(kidTypes(element), 'H') <= 1),
  ...['7.4.4-2', '7.4.4-3'].map((id) =>
    document(
      id,
      'headings have levels, or none has',
      ({ elements }) => !elements.some(({ standard }) => standard === 'H'),
    ),
  ),
  each('Table', '7.5-1', 'cells find their heads', hasHeads),
  each('Formula', '7.7-1', 'a formula has an alternative', says),
  each('Note', '7.9-1', 'a note has an id', (note) => (entryOf(note, 'ID') ?? '') !== ''),
  rule('7.9-2', 'ids are unique', ({ elements }) =>
    elements.flatMap((one) => entryOf(one, 'ID') ?? []).filter((id, at, all) => all.indexOf(id) !== at),
  ),
  ...absent('OCProperties', '7.10-1', '7.10-2'),
  ...absent('EF', '7.11-1'),
  ...absent('AcroForm', '7.15-1', '7.2-25', '7.18.1-3', '7.18.4-1', '7.18.4-2'),
  ...absent('Encrypt', '7.16-1'),
  annotation(
    '7.18.1-1',
    'annotations stand in Annot',
    ({ subtype, isHidden, within }) => /^(?:Widget|Popup|Link)$/u.test(subtype) || isHidden || within === 'Annot',
  ),
  annotation(
    '7.18.1-2',
    'annotations say what they are',
    ({ subtype, isHidden, contents }) => /^(?:Widget|Popup|Link)$/u.test(subtype) || isHidden || Boolean(contents),
  ),
  ...absent('Subtype TrapNet', '7.18.2-1'),
  rule('7.18.3-1', 'pages with annotations go in the order of the tags', ({ pages }) =>
    pages.flatMap(({ annotations, tabs }, page) => (annotations === 0 || tabs === 'S' ? [] : [`page ${page + 1}`])),
  ),
  annotation(
    '7.18.5-1',
    'links stand in Link',
    ({ subtype, isHidden, within }) => subtype !== 'Link' || isHidden || within === 'Link',
  ),
  annotation(
    '7.18.5-2',
    'links say where they lead',
    ({ subtype, isHidden, contents }) => subtype !== 'Link' || isHidden || Boolean(contents),
  ),
  ...absent('S Rendition', '7.18.6.2-1', '7.18.6.2-2'),
  ...absent('Subtype PrinterMark', '7.18.8-1'),
  ...absent('Ref', '7.20-1'),
  ...absent('Subtype Form', '7.20-2'),
  font(
    '7.21.3.1-1',
    'composite fonts are encoded as Identity',
    ({ subtype, encoding }) => subtype !== 'Type0' || /^Identity-[HV]$/u.test(encoding),
  ),
  font(
    '7.21.3.2-1',
    'TrueType fonts map characters to glyphs',
    ({ descendant, cidToGid }) => descendant !== 'CIDFontType2' || cidToGid === 'Identity',
  ),
  ...['7.21.3.3-1', '7.21.3.3-2', '7.21.3.3-3'].map((id) =>
    font(
      id,
      'no maps of characters but Identity are used',
      ({ subtype, encoding }) => subtype !== 'Type0' || /^Identity-[HV]$/u.test(encoding),
    ),
  ),
  font('7.21.4.1-1', 'fonts are embedded', ({ subtype, isEmbedded }) => subtype === 'Type3' || isEmbedded),
  painted('7.21.4.1-2', 'glyphs are in their fonts', ({ glyphs }) =>
    glyphs.every(({ isInFont, text }) => isInFont || text.trim() === ''),
  ),
  ...absent('Subtype Type1', '7.21.4.2-1'),
  font('7.21.4.2-2', 'no list of glyphs is given, which might be wrong', ({ hasCidSet }) => !hasCidSet),
  font('7.21.5-1', 'widths agree with those of the font', ({ widthsDiffer }) => widthsDiffer <= 1),
  ...absent('Subtype TrueType', '7.21.6-1', '7.21.6-2', '7.21.6-3', '7.21.6-4'),
  painted('7.21.7-1', 'glyphs say their text', ({ glyphs }) => glyphs.every(({ text }) => text !== '')),
  font(
    '7.21.7-2',
    'no text is U+0000, U+FEFF or U+FFFE',
    ({ texts, hasTexts }) => hasTexts && texts.every((text) => !/^(?:.{4})*?(?:0000|feff|fffe)/iu.test(text)),
  ),
  painted('7.21.8-1', 'no glyph for a missing character is shown', ({ glyphs }) =>
    glyphs.every(({ code }) => code !== 0),
  ),
];

/** Ids of the rules that a document breaks, with what breaks them. */
export function broken(model: PdfModel): Record<string, readonly string[]> {
  const judged = rules.map(({ id, faults }) => [id, faults(model).slice(0, 3)] as const);
  return Object.fromEntries(judged.filter(([, faults]) => faults.length > 0));
}
