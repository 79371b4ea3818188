// Writes the .json files beside it, which ParseCommandTest compares with: what graphql-js makes of the .graphql files.
// Needs node only when it is run again: npm install --no-save graphql@16.15.0 graphql17@npm:graphql@17.1.0
//   node graphql-js.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import * as v16 from 'graphql';
import * as v17 from 'graphql17';

const here = new URL('.', import.meta.url);

for (const name of ['executable', 'type-system']) {
  const text = readFileSync(new URL(`${name}.graphql`, here), 'utf8');
  const write = (kind, document) => writeFileSync(new URL(`${name}.${kind}`, here), `${JSON.stringify(document)}\n`);
  write('json', v16.parse(text, { noLocation: true }));
  write('locations.json', v16.parse(text));
  write('17.json', v17.parse(text, { noLocation: true }));
}
