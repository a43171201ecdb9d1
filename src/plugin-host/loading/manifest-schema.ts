const identifier = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' };
const sentence = { type: 'string', minLength: 1, maxLength: 500 };

const upstream = {
  type: 'object',
  properties: {
    renderer: identifier,
    options: { type: 'object' },
    pass: { type: 'array', items: { type: 'string' } },
  },
  required: ['renderer'],
  additionalProperties: false,
};

const renderer = {
  type: 'object',
  properties: {
    id: identifier,
    title: sentence,
    description: sentence,
    mediaType: { type: 'string', pattern: '^[a-z]+/[a-z0-9.+-]+(; charset=utf-8)?$' },
    fileExtension: { type: 'string', pattern: '^[a-z0-9]{1,10}$' },
    takes: { anyOf: [{ enum: ['document', 'values'] }, upstream] },
    needs: { type: 'array', items: { type: 'string', enum: ['print'] }, uniqueItems: true },
    options: { type: 'object', properties: { type: { const: 'object' } }, required: ['type'] },
    documentOptions: { type: 'array', items: { type: 'string', enum: ['locale', 'checks'] }, uniqueItems: true },
    deterministic: { type: 'boolean' },
    limits: {
      type: 'object',
      properties: {
        milliseconds: { type: 'integer', minimum: 1, maximum: 600_000 },
        outputBytes: { type: 'integer', minimum: 1, maximum: 268_435_456 },
        memoryMegabytes: { type: 'integer', minimum: 16, maximum: 4096 },
      },
      required: ['milliseconds', 'outputBytes'],
      additionalProperties: false,
    },
  },
  required: [
    'id',
    'title',
    'description',
    'mediaType',
    'fileExtension',
    'takes',
    'needs',
    'options',
    'deterministic',
    'limits',
  ],
  additionalProperties: false,
};

/** JSON Schema of `plugin.json`. */
export const manifestSchema = {
  type: 'object',
  properties: {
    $schema: { type: 'string' },
    name: identifier,
    version: { type: 'string' },
    contract: { type: 'string' },
    entry: { type: 'string', pattern: String.raw`^(?:\./)?(?!.*\.\.)[\w-][\w./-]*$` },
    renderers: { type: 'array', items: renderer, minItems: 1 },
  },
  required: ['name', 'version', 'contract', 'entry', 'renderers'],
  additionalProperties: false,
};
