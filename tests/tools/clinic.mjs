// Judges files of settings by their JSON Schema and compares with the code: `node tests/tools/clinic.mjs SCHEMA CASES`
//
// CASES is a list of [file, whether the code finds nothing wrong], written by tests/clinic_schema.rs. In strict mode
// ajv refuses a schema with a word it does not know.
import Ajv from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';

const [schema, cases] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const judge = new Ajv({ strict: true, allErrors: true }).compile(schema);

const count = { right: 0, wrong: 0 };
let failed = 0;
for (const [file, right] of cases) {
  count[right ? 'right' : 'wrong'] += 1;
  if (judge(file) !== right) {
    failed += 1;
    console.error(`${JSON.stringify(file)}: the code finds it ${right ? 'right' : 'wrong'}, the schema does not`);
  }
}
// Every example in the schema follows its own rule.
const examples = (name, rule) => (rule.examples ?? []).map((value) => ({ [name]: value }));
for (const [name, rule] of Object.entries(schema.properties)) {
  for (const file of examples(name, rule)) {
    if (!judge(file)) {
      failed += 1;
      console.error(`${JSON.stringify(file)} is an example and breaks the rule`);
    }
  }
}
if (failed || !count.right || !count.wrong) {
  console.error(`clinic.schema.json: ${failed} of ${cases.length} cases judged otherwise`);
  process.exit(1);
}
console.log(`clinic.schema.json and the code agree on ${cases.length} files: ${count.right} right, ${count.wrong} wrong`);
