import { storeContract } from '../../contracts/store.ts';
import { createDatabaseHarness, describeWithMongo } from './database-harness.ts';

describeWithMongo(() => {
  storeContract('the MongoDB store', createDatabaseHarness);
});
