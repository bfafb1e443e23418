// Checks the properties of every resource in CloudFormation templates against the resource schemas
// that AWS publishes: names, required ones, types and nesting.
//
//   node check-properties.js TEMPLATE...
//
// Prints one line for each problem and ends with 1 if there is any. A value that CloudFormation
// computes, as {"Ref": …}, may stand for anything but an object's fields.
'use strict';
const { readFileSync } = require('fs');
const { loadAwsServiceSpec } = require('@aws-cdk/aws-service-spec');

const FUNCTION = /^(Ref|Condition|Fn::.+)$/;
const SCALARS = {
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number',
  integer: (v) => Number.isInteger(v),
  boolean: (v) => typeof v === 'boolean',
  'date-time': (v) => typeof v === 'string',
};

function isComputed(value) {
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.length === 1 && FUNCTION.test(keys[0]);
}

function isObject(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

class Checker {
  constructor(schemas) {
    this.schemas = schemas;
    this.values = 0;
  }

  template(file) {
    const resources = JSON.parse(readFileSync(file, 'utf8')).Resources;
    return Object.entries(resources).flatMap(([id, resource]) => this.resource(id, resource));
  }

  resource(id, { Type: type, Properties: properties = {} }) {
    const [schema] = this.schemas.lookup('resource', 'cloudFormationType', 'equals', type);
    return schema
      ? this.fields(schema.properties, properties, `${id} (${type})`)
      : [`${id}: there is no resource type ${type}`];
  }

  fields(expected, given, path) {
    if (!isObject(given)) {
      return [`${path} is no object`];
    }
    const unknown = Object.keys(given)
      .filter((name) => !expected[name])
      .map((name) => `${path}.${name} is unknown`);
    const missing = Object.entries(expected)
      .filter(([name, property]) => property.required && !(name in given))
      .map(([name]) => `${path}.${name} is missing`);
    const wrong = Object.entries(given)
      .filter(([name]) => expected[name])
      .flatMap(([name, value]) => this.value(expected[name].type, value, `${path}.${name}`));
    return [...unknown, ...missing, ...wrong];
  }

  value(type, value, path) {
    this.values++;
    if (isComputed(value) || type.type === 'json' || type.type === 'tag') {
      return [];
    }
    switch (type.type) {
      case 'ref':
        return this.fields(
          this.schemas.get('typeDefinition', type.reference.$ref).properties, value, path);
      case 'array':
        return Array.isArray(value)
          ? value.flatMap((element, i) => this.value(type.element, element, `${path}[${i}]`))
          : [`${path} is no list`];
      case 'map':
        return isObject(value)
          ? Object.entries(value).flatMap(([k, v]) => this.value(type.element, v, `${path}.${k}`))
          : [`${path} is no map`];
      case 'union': {
        const attempts = type.types.map((one) => this.value(one, value, path));
        return attempts.find((problems) => problems.length === 0) ?? attempts[0];
      }
      default:
        if (!SCALARS[type.type]) {
          return [`${path}: no check for the type ${type.type}`];
        }
        return SCALARS[type.type](value) ? [] : [`${path} is no ${type.type}`];
    }
  }
}

loadAwsServiceSpec().then((schemas) => {
  const checker = new Checker(schemas);
  const problems = process.argv.slice(2).flatMap((file) => checker.template(file));
  problems.forEach((problem) => console.log(problem));
  console.error(`${checker.values} values checked, ${problems.length} problems`);
  process.exitCode = problems.length > 0 ? 1 : 0;
});
