import { readFileSync } from 'node:fs';

/** What GraphiQL shows when it is opened for the first time; the tests run the same operations. */
export const exampleOperations = readFileSync(new URL('examples.graphql', import.meta.url), 'utf8');
