import { useState } from 'preact/hooks';
import { useQuery } from '@urql/preact';
import { graphql } from '../generated/index.ts';

const OrganizationChoices = graphql(/* GraphQL */ `
  query OrganizationChoices($search: String!) {
    organizations(search: $search, first: 20) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const ChosenOrganization = graphql(/* GraphQL */ `
  query ChosenOrganization($id: ID!) {
    organization(id: $id) {
      name
    }
  }
`);

/** A body, chosen by typing a part of its name; without one, all of them. */
export function OrganizationPicker({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const search = typed?.trim() ?? '';
  const [found] = useQuery({ query: OrganizationChoices, variables: { search }, pause: search === '' });
  const [named] = useQuery({ query: ChosenOrganization, variables: { id: chosen ?? '' }, pause: chosen === undefined });
  const choices = found.data?.organizations.edges.map(({ node }) => node) ?? [];
  const choose = (name: string) => {
    setTyped(name);
    const body = choices.find((one) => one.name === name);
    if (body) onChoose(body.id);
    else if (name.trim() === '') onChoose('');
  };
  return (
    <label class="wide">
      {label}
      <input
        type="text"
        list="bodies"
        autocomplete="off"
        value={typed ?? named.data?.organization?.name ?? ''}
        onInput={(event) => choose(event.currentTarget.value)}
      />
      <datalist id="bodies">
        {choices.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </label>
  );
}
