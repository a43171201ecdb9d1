import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/** A third of the gateway's weight: it answers first, and where all cores are busy with other work a plugin still gets on. */
const NICENESS = 5;

/**
 * Makes a child wait for the gateway. Linux weighs sessions against each other first (autogroup) and looks at the
 * priorities of processes only within one; each child is a session of its own.
 */
export function givePrecedence(pid: number): void {
  try {
    setPriority(pid, NICENESS);
    writeFileSync(`/proc/${pid}/autogroup`, String(NICENESS));
  } catch {
    // It may have ended already, which is told elsewhere; or this is not Linux.
  }
}
