import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of the example operations. The schema is the printed one, which `npm run generate` makes first. */
const config: CodegenConfig = {
  schema: 'src/graphql/schema.graphql',
  documents: 'src/http/examples.graphql',
  generates: {
    'test/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, persistedDocuments: true },
      config: {
        documentMode: 'string',
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        scalars: {
          DateTime: 'string',
          LocalDate: 'string',
          Count: 'number',
          CountChange: 'number',
          Decimal: 'string',
          JSONObject: 'Record<string, unknown>',
          File: 'File',
        },
      },
    },
  },
};

export default config;
