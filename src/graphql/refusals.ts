import type { ErrorCode } from '#errors/catalogue.ts';
import { hasCode, type NianbaoError } from '#errors/nianbao-error.ts';

/** An error that a mutation answers with as a member of its result union. */
export abstract class Refusal extends Error {
  source: NianbaoError;

  constructor(source: NianbaoError) {
    super(source.message, { cause: source });
    this.source = source;
  }
}

export class ImportRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = [
    'EMPTY_DOCUMENT',
    'NOT_TEXT',
    'DOCUMENT_OLD_OFFICE',
    'DOCUMENT_ENCRYPTED',
    'DOCUMENT_SCANNED',
    'DOCUMENT_IS_PICTURE',
    'DOCUMENT_KIND_UNSUPPORTED',
    'DOCUMENT_TOO_LARGE',
    'DOCUMENT_DAMAGED',
    'DOCUMENT_UNSAFE',
    'READING_TIMEOUT',
    'READING_FAILED',
    'READERS_BUSY',
    'NOT_A_REPORT',
    'UNKNOWN_ORGANIZATION',
    'UNKNOWN_YEAR',
    'TABLE_MISSING',
    'TABLE_INCOMPLETE',
    'ROW_UNREADABLE',
    'CELL_UNREADABLE',
    'CELL_DOUBTFUL',
    'COLUMN_MISSING',
    'DUPLICATE_CHAPTER',
    'REPORT_EXISTS',
    'INPUT_INVALID',
  ];
}

export class UnknownRendererRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['UNKNOWN_RENDERER'];
}

export class InvalidInputRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['RENDERER_OPTIONS_INVALID', 'INPUT_INVALID'];
}

export class ConflictRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['CONFLICT', 'REPORT_EXISTS'];
}

export class NotFoundRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['NOT_FOUND'];
}

export class ForbiddenRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['FORBIDDEN'];
}

export class BusyRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['QUEUE_FULL', 'READERS_BUSY'];
}

export class PluginRefusal extends Refusal {
  static readonly codes: readonly ErrorCode[] = ['PLUGIN_INVALID'];
}

interface RefusalClass {
  readonly codes: readonly ErrorCode[];
  new (source: NianbaoError): Refusal;
}

/** Does the work; an error that one of the classes stands for is thrown as that class, any other as it is. */
export async function refusing<Result>(classes: readonly RefusalClass[], work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const match = classes.find(({ codes }) => hasCode(error, ...codes));
    throw match ? new match(error as NianbaoError) : error;
  }
}
