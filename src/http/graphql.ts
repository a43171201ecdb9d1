import type { IncomingMessage, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import { createYoga, handleStreamOrSingleExecutionResult, type Plugin } from 'graphql-yoga';
import type { Context, Services } from '#graphql/context.ts';
import { createContext } from '#graphql/create-context.ts';
import { queryLimits, tooManyMutations } from '#graphql/query-limits.ts';
import { schema } from '#graphql/schema/index.ts';
import type { Authenticate } from './authenticate.ts';
import { exampleOperations } from './example-operations.ts';
import type { HttpLog } from './http-log.ts';
import { signInRefusal } from './sign-in-refusal.ts';
import { publicError } from './public-error.ts';
import { useTrustedDocuments, type TrustedDocuments } from './trusted-documents.ts';

/** What the GraphQL endpoint is made of. */
export interface GraphQLSettings {
  readonly services: Services;
  readonly authenticate: Authenticate;
  readonly corsOrigins: readonly string[];
  /** Whether GraphiQL is served and the schema can be asked for. */
  readonly explorer: boolean;
  readonly trusted: TrustedDocuments;
  readonly log: HttpLog;
}

/** Gives errors their public side, in the language of the request. */
function usePublicErrors(log: HttpLog): Plugin<Context> {
  const expose = (locale: Context['locale']) => (errors: readonly GraphQLError[]) =>
    errors.map((error) => publicError(error, locale, log));
  return {
    onExecute: ({ args }) => ({
      onExecuteDone: (payload) =>
        handleStreamOrSingleExecutionResult(payload, ({ result, setResult }) => {
          const { locale } = args.contextValue;
          if (result.errors) setResult({ ...result, errors: expose(locale)(result.errors) });
        }),
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult: ({ result, setResult }) => {
        const { locale } = args.contextValue;
        if ('errors' in result && result.errors) setResult({ ...result, errors: expose(locale)(result.errors) });
      },
    }),
  };
}

/** Nothing longer is parsed. */
const limitTokens: Plugin<Context> = {
  onParse: ({ parseFn, setParseFn }) => {
    setParseFn((source, options) => parseFn(source, { ...options, maxTokens: queryLimits.tokens }) as unknown);
  },
};

/** An operation with too many mutations is not begun. */
function limitMutations(log: HttpLog): Plugin<Context> {
  return {
    onExecute: ({ args, setResultAndStopExecution }) => {
      const originalError = tooManyMutations(args.document, args.operationName);
      if (!originalError) return;
      const error = new GraphQLError(originalError.message, { originalError });
      setResultAndStopExecution({ errors: [publicError(error, args.contextValue.locale, log)] });
    },
  };
}

const noIntrospection: Plugin<Context> = {
  onValidate: ({ addValidationRule }) => addValidationRule(NoSchemaIntrospectionCustomRule),
};

/** The handler of `/graphql`: queries, mutations, uploads, subscriptions over SSE, and GraphiQL for browsers. */
export function createGraphQLHandler({ services, authenticate, corsOrigins, explorer, trusted, log }: GraphQLSettings) {
  return createYoga<{ req: IncomingMessage; res: ServerResponse }, Context>({
    schema,
    context: async ({ request, req }) => {
      const caller = await authenticate(req).catch((cause: unknown) => {
        throw signInRefusal(cause, request);
      });
      return createContext(services, request, caller);
    },
    plugins: [
      useTrustedDocuments(trusted),
      limitTokens,
      limitMutations(log),
      usePublicErrors(log),
      ...(explorer ? [] : [noIntrospection]),
    ],
    cors: corsOrigins.length === 0 ? false : { origin: [...corsOrigins], methods: ['GET', 'POST', 'OPTIONS'] },
    graphiql: explorer && { defaultQuery: exampleOperations, title: '年报 Nianbao' },
    renderGraphiQL,
    landingPage: false,
    maskedErrors: {
      maskError: (error, message) => {
        if (error instanceof GraphQLError && !error.originalError) return error;
        log({ level: 'error', message: 'A request failed outside of its resolvers.', cause: error });
        return new GraphQLError(message, { extensions: { code: 'INTERNAL' } });
      },
    },
    logging: false,
  });
}
