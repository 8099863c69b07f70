/** Properties are tried with one seed, so that a run can be repeated; `FC_SEED=random` or a number tries others. */
import * as fc from 'fast-check';

process.env.YIMA_LOG ??= 'off';

const wanted = process.env.FC_SEED ?? '20261122';
fc.configureGlobal(wanted === 'random' ? {} : { seed: Number(wanted) });
