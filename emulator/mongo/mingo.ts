import { Context } from 'mingo';
import { evalExpr } from 'mingo/core';
import * as accumulator from 'mingo/operators/accumulator';
import * as expression from 'mingo/operators/expression';
import * as pipeline from 'mingo/operators/pipeline';
import * as projection from 'mingo/operators/projection';
import * as query from 'mingo/operators/query';
import * as window from 'mingo/operators/window';
import { Query } from 'mingo/query';
import { requestFailed } from '../protocol/errors';
import type { Doc } from './ejson';
import { compareWhole } from './order';

type Expression = (typeof expression)['$eq'];
type Stages = NonNullable<NonNullable<Parameters<typeof Context.init>[0]>['pipeline']>;

/** Comparisons of expressions: mingo takes null for missing, and compares objects by names and arrays as sets. */
const comparison =
  (name: string, holds: (order: number) => unknown): Expression =>
  (obj, expr, options) => {
    if (!Array.isArray(expr) || expr.length !== 2)
      throw new Error(`Expression ${name} takes exactly 2 arguments`);
    const [left, right] = evalExpr(obj, expr, options) as [unknown, unknown];
    return holds(compareWhole(left, right)) as boolean;
  };

const isIn: Expression = (obj, expr, options) => {
  if (!Array.isArray(expr) || expr.length !== 2) throw new Error('Expression $in takes exactly 2 arguments');
  const [item, list] = evalExpr(obj, expr, options) as [unknown, unknown];
  if (!Array.isArray(list)) throw new Error('$in requires an array as a second argument');
  return list.some((each) => compareWhole(each, item) === 0);
};

/** How mingo is run: JavaScript inside queries never is, and what it compares otherwise than MongoDB is ours. */
export function mingoOptions(stages: Stages = {}) {
  return {
    scriptEnabled: false,
    useStrictMode: true,
    context: Context.init({
      accumulator: { ...accumulator },
      expression: {
        ...expression,
        $cmp: comparison('$cmp', Math.sign),
        $eq: comparison('$eq', (order) => order === 0),
        $ne: comparison('$ne', (order) => order !== 0),
        $gt: comparison('$gt', (order) => order > 0),
        $gte: comparison('$gte', (order) => order >= 0),
        $lt: comparison('$lt', (order) => order < 0),
        $lte: comparison('$lte', (order) => order <= 0),
        $in: isIn,
      } as never,
      pipeline: { ...pipeline, ...stages } as never,
      projection: { ...projection },
      query: { ...query },
      window: { ...window } as never,
    }),
  };
}

/** The test of `$expr`; mingo's complaints become refusals. */
export function expressionTest(value: unknown): (doc: Doc) => boolean {
  try {
    const judge = new Query({ $expr: value }, mingoOptions());
    return (doc) => judge.test(doc);
  } catch (error) {
    throw requestFailed((error as Error).message);
  }
}
