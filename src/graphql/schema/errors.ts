import { sayIssue } from '#errors/invalid-input.ts';
import type { InputIssue } from '#errors/nianbao-error.ts';
import { builder } from '../builder.ts';
import {
  BusyRefusal,
  ConflictRefusal,
  ForbiddenRefusal,
  ImportRefusal,
  InvalidInputRefusal,
  NotFoundRefusal,
  PluginRefusal,
  UnknownRendererRefusal,
  type Refusal,
} from '../refusals.ts';

const ErrorInterface = builder.interfaceRef<Refusal>('Error').implement({
  description: 'Why something was not done, as a sentence for a person.',
  fields: (t) => ({
    message: t.string({ resolve: ({ source }, _, { locale }) => source.say(locale) }),
  }),
});

const InputIssueRef = builder.objectRef<InputIssue>('InputIssue').implement({
  description: 'One fault of an input and where it is.',
  fields: (t) => ({
    path: t.exposeString('path'),
    message: t.string({ resolve: (issue, _, { locale }) => sayIssue(issue, locale) }),
  }),
});

builder.objectType(ImportRefusal, {
  name: 'ImportError',
  description: 'Nothing was stored. line is where in the source, counted from 1.',
  // Lists of them are plain objects: GraphQL takes an instance of Error in a list for a failure of the list.
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'source' in value,
  interfaces: [ErrorInterface],
  fields: (t) => ({
    code: t.string({ description: 'Stable; docs/errors.md lists them.', resolve: ({ source }) => source.code }),
    line: t.int({ nullable: true, resolve: ({ source }) => source.line ?? null }),
  }),
});

builder.objectType(InvalidInputRefusal, {
  name: 'InvalidInputError',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    issues: t.field({ type: [InputIssueRef], resolve: ({ source }) => [...source.issues] }),
  }),
});

builder.objectType(ConflictRefusal, {
  name: 'ConflictError',
  description: 'It was changed meanwhile, or is there already; nothing was stored.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    currentRevision: t.int({
      nullable: true,
      resolve: ({ source: { parameters } }) => {
        const { currentRevision } = parameters;
        return typeof currentRevision === 'number' ? currentRevision : null;
      },
    }),
  }),
});

builder.objectType(NotFoundRefusal, { name: 'NotFoundError', interfaces: [ErrorInterface] });

builder.objectType(ForbiddenRefusal, {
  name: 'ForbiddenError',
  description: 'Whoever asks may not do this, there or anywhere.',
  interfaces: [ErrorInterface],
});

builder.objectType(UnknownRendererRefusal, {
  name: 'UnknownRendererError',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    available: t.stringList({
      description: 'Ids of the renderers that are registered.',
      resolve: ({ source: { parameters } }) => {
        const { available } = parameters;
        return Array.isArray(available) ? (available as string[]) : [];
      },
    }),
  }),
});

builder.objectType(PluginRefusal, {
  name: 'PluginError',
  description: 'The plugin was not registered; message says why.',
  interfaces: [ErrorInterface],
});

builder.objectType(BusyRefusal, {
  name: 'BusyError',
  description: 'The queue is full; nothing was accepted.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    retryAfterSeconds: t.int({ resolve: ({ source }) => Number(source.parameters['retryAfterSeconds'] ?? 1) }),
  }),
});
