import { Big } from 'big.js';
import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import type { AnyObject, Options } from 'mingo/types';

/** A figure as an exact decimal; throws what it is not one of. */
function toBig(value: unknown): Big {
  return value instanceof Big ? value : new Big(String(value));
}

function isAddend(value: unknown): value is number | Big {
  return value instanceof Big || (typeof value === 'number' && Number.isFinite(value));
}

/** Adds up as MongoDB does, and goes on in decimals where that would round: a number where it is certain, else a Big. */
function $sum(documents: AnyObject[], addend: unknown, options: Options): number | Big {
  const values = accumulator.$push(documents, addend, options).filter(isAddend);
  const plain = values.every((value) => typeof value === 'number' && Number.isSafeInteger(value));
  const quick = plain ? (values as number[]).reduce((sum, value) => sum + value, 0) : Number.NaN;
  return Number.isSafeInteger(quick) ? quick : values.reduce<Big>((sum, value) => sum.plus(toBig(value)), new Big(0));
}

/** To a decimal, of which mingo makes a double. */
function $convert(document: unknown, conversion: unknown, options: Options): unknown {
  const { input, onError } = conversion as { readonly input: unknown; readonly onError: unknown };
  const value: unknown = evalExpr(document, input, options);
  if (value === null || value === undefined) return null;
  try {
    return toBig(value);
  } catch {
    return evalExpr(document, onError, options);
  }
}

const context = Context.init({
  accumulator: { ...accumulator, $sum },
  expression: { ...expression, $convert },
  pipeline,
  projection,
  query,
});

/** Runs documents through a pipeline, with exact decimals where mingo's own operators compute with doubles. */
export function aggregateExactly(documents: readonly object[], stages: readonly AnyObject[]): unknown[] {
  return new Aggregator([...stages], { context }).run([...documents] as AnyObject[]);
}
