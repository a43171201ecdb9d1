import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether poppler-utils is here. */
export const hasPoppler = canRun('pdffonts');

/** The lines of poppler's list of the fonts in a PDF. */
export function fontsOf(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdffonts', [file], { encoding: 'utf8' }).trim().split('\n').slice(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
