import { useAddress } from '../../parts/use-address.ts';

/** What is looked for, as the address says it, so that it can be shared and gone back to. */
export interface SearchState {
  readonly text: string;
  readonly year: number | undefined;
  readonly status: string;
  readonly after: string | undefined;
}

/** The search of the address, and how to change a part of it; whatever is changed, its first page is shown. */
export function useSearchState(): [SearchState, (changes: Readonly<Record<string, string>>) => void] {
  const [parameters, change] = useAddress();
  const year = Number(parameters.get('year') ?? '');
  const state: SearchState = {
    text: parameters.get('q') ?? '',
    year: Number.isInteger(year) && year > 0 ? year : undefined,
    status: parameters.get('status') ?? '',
    after: parameters.get('after') ?? undefined,
  };
  return [state, (changes) => change({ after: '', ...changes })];
}
