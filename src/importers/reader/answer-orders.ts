import { readDocument } from '../read-document.ts';
import { toPlainFault, type ReadAnswer, type ReadOrder } from './messages.ts';

// Runs in a process of its own: reads one document after another, until the gateway is gone.

function answer(message: ReadAnswer): void {
  process.send?.(message);
}

async function obey({ document, overrides }: ReadOrder): Promise<void> {
  try {
    const draft = await readDocument(document, overrides);
    answer({ type: 'draft', draft, residentBytes: process.memoryUsage.rss() });
  } catch (error) {
    answer({ type: 'fault', fault: toPlainFault(error), residentBytes: process.memoryUsage.rss() });
  }
}

process.on('message', (order: ReadOrder) => void obey(order));
process.on('disconnect', () => process.exit());
answer({ type: 'ready' });
