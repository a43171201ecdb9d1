// Writes to the store in a folder until it is killed, and prints each write once it was acknowledged.
import { randomUUID } from 'node:crypto';
import { openEmbeddedStore } from '#store/embedded/open-embedded-store.ts';
import { nextState, sampleArtifact, sampleOrder, sampleReport } from '../../contracts/store/samples.ts';

const [folder = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ folder, log: () => undefined });

function acknowledge(kind: string, ...words: readonly (string | number)[]): void {
  process.stdout.write(`${[kind, ...words].join(' ')}\n`);
}

async function writeReports(): Promise<never> {
  for (;;) {
    // Long enough for a line to be torn by the kill.
    const text = '政府信息公开'.repeat(Math.floor(Math.random() * 5000));
    let report = sampleReport({ title: 'revision 1', narratives: { overview: text } });
    await store.reports.create(report);
    acknowledge('report', report.id, 1);
    for (let revision = 2; revision <= 3; revision += 1) {
      report = nextState(report, { title: `revision ${revision}` });
      await store.reports.replace(report, revision - 1);
      acknowledge('report', report.id, revision);
    }
  }
}

async function writeOthers(): Promise<never> {
  for (;;) {
    const body = await store.organizations.ensure(randomUUID());
    acknowledge('organization', body.id);
    const job = await store.renderJobs.enqueue(sampleOrder(), 1_000_000);
    acknowledge('job', job.id);
    const { record, bytes } = sampleArtifact(Buffer.from(randomUUID().repeat(1000)));
    await store.artifacts.save(record.sha256, record, bytes);
    acknowledge('artifact', record.sha256);
  }
}

acknowledge('open');
await Promise.all([writeReports(), writeReports(), writeOthers()]);
