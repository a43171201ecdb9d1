import { describe } from 'vitest';
import { apiKeyContract } from './store/api-keys.ts';
import { artifactContract } from './store/artifacts.ts';
import { auditLogContract } from './store/audit-log.ts';
import { closingContract } from './store/closing.ts';
import { dumpContract } from './store/dump.ts';
import { editionContract } from './store/editions.ts';
import { expiryContract } from './store/expiry.ts';
import type { StoreHarness } from './store/harness.ts';
import { importBatchContract, importedDocumentContract } from './store/imports.ts';
import { migrationContract } from './store/migrations.ts';
import { organizationContract, organizationTreeContract } from './store/organizations.ts';
import { organizationChangeContract } from './store/organization-changes.ts';
import { organizationSettingsContract } from './store/organization-settings.ts';
import { pluginRegistrationContract } from './store/plugin-registrations.ts';
import { renderJobContract } from './store/render-jobs.ts';
import { reportListContract } from './store/report-lists.ts';
import { reportContract } from './store/reports.ts';
import { sumContract } from './store/sums.ts';
import { watchContract } from './store/watching.ts';

const contracts = {
  reports: reportContract,
  'lists of reports': reportListContract,
  'sums over reports': sumContract,
  'editions and audiences': editionContract,
  organizations: organizationContract,
  'the tree of organizations': organizationTreeContract,
  'changes of the tree': organizationChangeContract,
  'render jobs': renderJobContract,
  'watching a render job': watchContract,
  artifacts: artifactContract,
  'what organizations settle': organizationSettingsContract,
  'registrations of plugins': pluginRegistrationContract,
  'imported documents': importedDocumentContract,
  'batches of imports': importBatchContract,
  'API keys': apiKeyContract,
  'the audit log': auditLogContract,
  'dump and restore': dumpContract,
  'what is kept for how long': expiryContract,
  'documents of other versions': migrationContract,
  closing: closingContract,
};

/** What every store keeps to; each adapter's tests call it with a way to open that adapter. */
export function storeContract(adapter: string, createHarness: () => Promise<StoreHarness>): void {
  describe(`${adapter} keeps the store contract`, () => {
    for (const [topic, contract] of Object.entries(contracts)) {
      describe(`on ${topic}`, () => {
        contract(createHarness);
      });
    }
  });
}
