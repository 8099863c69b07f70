import type { Clock } from '../clock';
import { type Stage, sortOf } from '../mongo/aggregate';
import { type Doc, fromBody, isPlain, parseWire, toBody, toText } from '../mongo/ejson';
import type { Sort } from '../mongo/order';
import { compileProjection } from '../mongo/projection';
import { type Filter, parseFilter } from '../mongo/query';
import { parseUpdate } from '../mongo/update';
import type { Match } from '../store/find';
import type { Caller, Store } from '../store/store';
import { invalidParam, requestFailed } from './errors';

export type Params = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;
export type Action = (params: Params) => Answer | Promise<Answer>;

/** Service limits of one read: rows when nothing is said, and at most. */
const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** The `database.*` actions of the admin protocol. */
export function databaseActions(store: Store, clock: Clock): Readonly<Record<string, Action>> {
  const serverDate = (offset: number) => new Date(clock.now() + offset);
  const dates = (params: Params) => (params.transactionId ? undefined : serverDate);
  return {
    'database.addCollection': (params) => {
      store.createCollection(params.collectionName);
      return {};
    },

    'database.insertDocument': async (params) => {
      const { data } = params;
      if (!Array.isArray(data) || data.length === 0) throw invalidParam('data must be a nonempty array');
      const docs = data.map((text) => document(parseWire(mustBeText(text, 'data'), dates(params))));
      return { data: { insertedIds: await store.insert(collection(params), docs, caller(params)) } };
    },

    'database.getDocument': (params) => {
      const ask = {
        filter: filterOf(params),
        sort: params.order === undefined ? [] : orderOf(params.order),
        skip: whole(params.offset, 'offset', 0),
        limit: Math.min(whole(params.limit, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAX_LIMIT),
      };
      const projection = params.projection === undefined ? undefined : projectionOf(params.projection);
      const found = store.find(collection(params), ask, caller(params));
      return { data: { list: found.map((match) => (projection ? project(match, projection) : match.body)) } };
    },

    'database.calculateDocument': (params) => ({
      data: { total: store.count(collection(params), filterOf(params), caller(params)) },
    }),

    'database.modifyDocument': async (params) => {
      const filter = neededFilter(params);
      const data = parseWire(mustBeText(params.data, 'data'), dates(params));
      if (!isPlain(data)) throw invalidParam('data must be an object');
      const merge = params.merge !== false;
      if (merge && params.upsert) throw requestFailed('upsert together with operators is not supported');
      if (merge && Object.keys(data).length === 0) throw requestFailed('the update document is empty');
      const change = merge ? { update: parseUpdate(data) } : { replace: document(data) };
      const options = { multi: params.multi === true, upsert: params.upsert === true };
      const { updated, upsertId } = await store.modify(
        collection(params),
        filter,
        change,
        options,
        caller(params),
      );
      return { data: { updated, ...(upsertId !== undefined && { upsert_id: upsertId }) } };
    },

    'database.modifyAndReturnDoc': async (params) => {
      const filter = neededFilter(params);
      const data = parseWire(mustBeText(params.data, 'data'), dates(params));
      const change = { update: parseUpdate(data) };
      const options = { multi: false, upsert: false };
      const { updated, doc } = await store.modify(
        collection(params),
        filter,
        change,
        options,
        caller(params),
      );
      return { data: { updated, ...(doc && { doc: toBody(doc) }) } };
    },

    'database.removeDocument': async (params) => {
      const filter = neededFilter(params);
      const multi = params.queryType === 'DOC' ? false : params.multi !== false;
      return { data: { deleted: await store.remove(collection(params), filter, multi, caller(params)) } };
    },

    'database.aggregateDocuments': (params) => {
      const { stages } = params;
      if (!Array.isArray(stages)) throw invalidParam('stages must be an array');
      const parsed = stages.map((stage): Stage => {
        if (!isPlain(stage)) throw invalidParam('each stage must be an object');
        return [String(stage.stageKey), parseWire(mustBeText(stage.stageValue, 'stageValue'), serverDate)];
      });
      return { data: { list: store.aggregate(collection(params), parsed, caller(params)).map(toText) } };
    },

    'database.startTransaction': () => ({ transactionId: store.transactions.start().id }),

    'database.commitTransaction': (params) => {
      store.commit(String(params.transactionId));
      return {};
    },

    'database.abortTransaction': (params) => {
      store.abort(String(params.transactionId));
      return {};
    },
  };
}

function caller(params: Params): Caller {
  const { transactionId } = params;
  return {
    action: String(params.action).replace('database.', ''),
    ...(typeof transactionId === 'string' && transactionId !== '' && { transactionId }),
  };
}

function collection(params: Params): string {
  const { collectionName } = params;
  if (typeof collectionName !== 'string' || collectionName === '')
    throw invalidParam('collectionName must be a string');
  return collectionName;
}

function filterOf(params: Params): Filter {
  const { query } = params;
  if (query === undefined || query === '') return parseFilter({});
  return parseFilter(parseWire(mustBeText(query, 'query'), undefined));
}

/** A write without any condition is refused; `where({})` is a condition. */
function neededFilter(params: Params): Filter {
  if (params.query === undefined || params.query === '')
    throw invalidParam('查询参数对象值不能均为undefined');
  return filterOf(params);
}

function mustBeText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw invalidParam(`${name} must be a string`);
  return value;
}

function document(value: unknown): Doc {
  if (!isPlain(value)) throw invalidParam('a document must be an object');
  return value;
}

function orderOf(value: unknown): Sort {
  return sortOf(parseWire(mustBeText(value, 'order')));
}

function projectionOf(value: unknown): (doc: Doc) => Doc {
  const spec = parseWire(mustBeText(value, 'projection'));
  if (!isPlain(spec)) throw requestFailed('the projection must be an object');
  return compileProjection(spec);
}

const project = ({ doc, body }: Match, projection: (doc: Doc) => Doc) =>
  toText(projection(doc ?? fromBody(body)));

function whole(value: unknown, name: string, missing: number): number {
  if (value === undefined) return missing;
  if (!Number.isInteger(value) || (value as number) < 0)
    throw invalidParam(`${name} must be a whole number ≥ 0`);
  return value as number;
}
