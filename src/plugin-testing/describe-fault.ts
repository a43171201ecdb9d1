import type { Locale } from '#errors/locale.ts';
import { NianbaoError } from '#errors/nianbao-error.ts';
import { RendererFault } from '#plugin-host/running/renderer-fault.ts';
import { ContractFault } from './contract-fault.ts';

const STACK_LINES = 6;

function firstLines(text: string): string {
  return text.split('\n').slice(0, STACK_LINES).join('\n');
}

/** What only the log of a gateway has: the plugin's own words and where they come from. */
function detailOf(cause: unknown): string | undefined {
  if (cause instanceof RendererFault)
    return cause.fault === 'THREW' && typeof cause.cause === 'string' ? firstLines(cause.cause) : cause.message;
  return cause instanceof Error ? cause.message : undefined;
}

/** Why a check failed, for the author: also what a gateway keeps for its log. */
export function describeFault(fault: unknown, locale: Locale): string {
  if (fault instanceof ContractFault) return fault.say(locale);
  if (!(fault instanceof NianbaoError)) return fault instanceof Error ? fault.message : String(fault);
  const detail = detailOf(fault.cause);
  return detail === undefined || fault.message.includes(detail) ? fault.say(locale) : `${fault.say(locale)}\n${detail}`;
}
