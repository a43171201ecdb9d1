import type { SourceIdentity } from '../source.ts';
import type { Archive } from './archive.ts';
import { identityOf } from './metadata.ts';
import { find, parseXml, xmlText, type XmlElement } from './xml.ts';

/** A part of an office document as XML; undefined when the document does not have it. */
export function partOf(archive: Archive, name: string): XmlElement | undefined {
  const text = archive.text(name);
  return text === undefined ? undefined : parseXml(text);
}

/** What an office document's properties say of whose report it is. */
export function identityInProperties(archive: Archive): SourceIdentity | undefined {
  const properties = find(partOf(archive, 'docProps/core.xml'), 'coreProperties');
  const property = (name: string) => xmlText(find(properties, name));
  return identityOf({ title: property('title'), author: property('creator'), subject: property('subject') });
}
