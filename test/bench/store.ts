import { availableParallelism, loadavg } from 'node:os';
import { conclude, say } from './aims.ts';
import { compareDepths, compareParts, compareSizes } from './store/lists.ts';
import { drop, load, type Loaded } from './store/load.ts';
import { updateTogether } from './store/rivals.ts';
import { search, sizes } from './store/searches.ts';

// npm run bench -- store [reports]: lists, parts of documents, searches and rival updates on a database of that size.

const REPORTS = Number(process.argv[3] ?? 100_000);
const FEW = 1000;

say(`Node ${process.version}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`);
const loaded: Loaded[] = [];
try {
  const few = await load(FEW);
  loaded.push(few);
  const many = await load(REPORTS);
  loaded.push(many);
  await sizes(many);
  await compareDepths(many);
  await compareSizes(few, many);
  await compareParts(many);
  await search(many);
  await updateTogether(many);
  conclude();
} finally {
  for (const one of loaded) await drop(one);
}
