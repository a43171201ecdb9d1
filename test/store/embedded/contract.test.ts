import { storeContract } from '../../contracts/store.ts';
import { createFolderHarness } from './folder-harness.ts';

storeContract('the embedded store', createFolderHarness);
