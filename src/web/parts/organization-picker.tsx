import { useState } from 'preact/hooks';
import { useQuery } from '@urql/preact';
import { graphql } from '../generated/index.ts';

const OrganizationChoices = graphql(/* GraphQL */ `
  query OrganizationChoices($search: String) {
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
  const [text, setText] = useState(chosen ?? '');
  const [asked] = useQuery({
    query: OrganizationChoices,
    variables: { search: text.trim() === '' ? null : text.trim() },
  });
  const choices = asked.data?.organizations.edges.map(({ node }) => node) ?? [];
  const choose = (name: string) => {
    setText(name);
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
        value={text}
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
