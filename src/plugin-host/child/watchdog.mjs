import { Socket } from 'node:net';

// A thread of its own: the plugin's thread may be in an endless loop when the gateway dies.
const lifeline = new Socket({ fd: 4 });

function end() {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } catch {
    process.kill(process.pid, 'SIGKILL');
  }
}

lifeline.on('close', end).on('error', end).resume();
