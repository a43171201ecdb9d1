import type { Form } from '#forms/form.ts';
import type { Claim } from './claim.ts';
import type { ColumnKind, DisputeKind, RowKind } from './vocabulary.ts';

/** Cells of which the sum, less that of others, may be what a sentence means. */
export interface Reading {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

const columns: Readonly<Record<ColumnKind | 'total', readonly string[]>> = {
  total: ['total'],
  naturalPersons: ['naturalPersons'],
  organizations: ['enterprises', 'researchInstitutions', 'publicInterestOrganizations', 'legalServices', 'others'],
  enterprises: ['enterprises'],
  researchInstitutions: ['researchInstitutions'],
  publicInterestOrganizations: ['publicInterestOrganizations'],
  legalServices: ['legalServices'],
};

/** Groups of rows of which one may be meant, likeliest first. */
const rows: Readonly<Record<RowKind, readonly (readonly string[])[]>> = {
  requests: [
    ['received'],
    ['received', 'carriedOver'],
    ['outcomes.total'],
    ['outcomes.disclosed'],
    ['outcomes.disclosed', 'outcomes.partlyDisclosed'],
  ],
  newlyReceived: [['received']],
  received: [['received'], ['received', 'carriedOver']],
  handled: [['received', 'carriedOver'], ['received'], ['outcomes.total']],
  carriedOver: [['carriedOver']],
  carried: [['carriedOver'], ['carriedForward']],
  answered: [
    ['outcomes.total'],
    ['outcomes.disclosed', 'outcomes.partlyDisclosed', 'outcomes.withheld', 'outcomes.unavailable'],
    [
      'outcomes.disclosed',
      'outcomes.partlyDisclosed',
      'outcomes.withheld',
      'outcomes.unavailable',
      'outcomes.notProcessed',
    ],
  ],
  carriedForward: [['carriedForward']],
  disclosed: [['outcomes.disclosed'], ['outcomes.disclosed', 'outcomes.partlyDisclosed']],
  partlyDisclosed: [['outcomes.partlyDisclosed']],
  withheld: [['outcomes.withheld']],
  unavailable: [['outcomes.unavailable'], ['outcomes.unavailable.notHeld']],
  notProcessed: [['outcomes.notProcessed']],
  other: [['outcomes.other']],
};

const disputes: Readonly<Record<DisputeKind, readonly (readonly string[])[]>> = {
  review: [['review']],
  litigation: [['directLitigation', 'litigationAfterReview'], ['directLitigation'], ['litigationAfterReview']],
  directLitigation: [['directLitigation']],
  litigationAfterReview: [['litigationAfterReview']],
};

/** The rows of the form that a name stands for: itself, or what is below it. */
function rowsBelow(form: Form, name: string): readonly string[] {
  const table = form.tables.find(({ id }) => id === 'applications');
  return (table?.rows ?? []).map(({ key }) => key).filter((key) => key === name || key.startsWith(`${name}.`));
}

/** Every choice of one from each list, joined. */
function combined(lists: readonly (readonly (readonly string[])[])[]): string[][] {
  return lists.reduce<string[][]>((sofar, list) => sofar.flatMap((one) => list.map((more) => [...one, ...more])), [[]]);
}

/** The cells of some rows in the columns that a claim speaks of. */
function cellsOf(names: readonly string[], { column }: Claim, form: Form): readonly string[] {
  const keys = names.flatMap((name) => rowsBelow(form, name));
  return keys.flatMap((row) => columns[column ?? 'total'].map((key) => `applications.${row}.${key}`));
}

/** Of what was answered, only what was also received this year may be meant. */
function answeredOfThisYear(claim: Claim, form: Form): Reading[] {
  if (!claim.rows.includes('answered')) return [];
  return [{ plus: cellsOf(['outcomes.total'], claim, form), minus: cellsOf(['carriedOver'], claim, form) }];
}

function disputeReadings({ disputes: kinds, result }: Claim): Reading[] {
  const choices = combined(kinds.map((kind) => disputes[kind]));
  return choices.map((blocks) => ({
    plus: blocks.map((block) => `disputes.${block}.${result ?? 'total'}`),
    minus: [],
  }));
}

/** What a claim may mean, likeliest first. */
export function readingsOf(claim: Claim, form: Form): Reading[] {
  if (claim.disputes.length > 0) return disputeReadings(claim);
  const choices = combined(claim.rows.map((kind) => rows[kind]));
  const sums = choices.map((names) => ({ plus: cellsOf(names, claim, form), minus: [] }));
  return [...sums, ...answeredOfThisYear(claim, form)].filter(({ plus }) => plus.length > 0);
}
