import type { CodegenConfig } from '@graphql-codegen/cli';

const scalars = {
  DateTime: 'string',
  LocalDate: 'string',
  Count: 'number',
  CountChange: 'number',
  Decimal: 'string',
  JSONObject: 'Record<string, unknown>',
  File: 'File',
};

/**
 * Typed documents of the example operations, and of the reader in `src/web` with the hashes that it names them by. The
 * schema is the printed one, which `npm run generate` makes first.
 */
const config: CodegenConfig = {
  schema: 'src/graphql/schema.graphql',
  generates: {
    'test/generated/': {
      documents: 'src/http/examples.graphql',
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        scalars,
      },
    },
    'src/web/generated/': {
      documents: ['src/web/**/*.{ts,tsx}', '!src/web/generated/**'],
      preset: 'client',
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        persistedDocuments: { mode: 'embedHashInDocument', hashAlgorithm: 'sha256' },
      },
      config: { useTypeImports: true, strictScalars: true, enumsAsTypes: true, importExtension: '.ts', scalars },
    },
  },
};

export default config;
