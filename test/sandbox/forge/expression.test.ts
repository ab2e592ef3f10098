import { evaluateFilter } from '../../../sandbox/forge/events/expression';
import { ExpressionError } from '../../../sandbox/forge/events/expression-parser';

const event = {
  issue: {
    key: 'IT-1',
    fields: {
      project: { projectTypeKey: 'service_desk' },
      count: 2,
      done: false,
      resolution: null,
    },
  },
};

it.each([
  ["event.issue.fields.project.projectTypeKey == 'service_desk'", true],
  ['event.issue.fields.project.projectTypeKey != "service_desk"', false],
  ['event.issue?.fields?.assignee == null', true],
  ['event.issue?.fields?.assignee?.accountId == null', true],
  ['event.changelog?.items == null', true],
  ['event.issue.fields.assignee?.accountId == null', true],
  ['event.issue.fields.resolution == null', true],
  ['event.issue.fields.count == 2', true],
  ["event.issue.fields.count == '2'", false],
  ['!event.issue.fields.done', true],
  ['event.issue.fields.done == false && event.issue.key == "IT-1"', true],
  ["event.issue.key == 'a' || event.issue.key == 'b' || event.issue.fields.count == 2", true],
  ["event.issue.key == 'IT-1' || event.issue.key == 'b' && false", true],
  ["(event.issue.key == 'IT-1' || true) && false", false],
  ["event['issue'].fields['project']?.['projectTypeKey'] == 'service_desk'", true],
  ['!(true && !false) == false', true],
  ['true || event.nothing.there', true],
  ["'it\\'s' == \"it's\"", true],
])('%s is %s', (source, expected) => {
  expect(evaluateFilter(source, { event })).toBe(expected);
});

it.each([
  ['event.issue.fields.assignee == null', "no property 'assignee'"],
  ['event.changelog.items == null', "no property 'changelog'"],
  ['event.issue?.fields?.assignee.accountId == null', "null has no property 'accountId'"],
  ['event.issue.key', 'not a Boolean'],
  ['event.issue.fields.count && true', '&& needs a Boolean'],
  ['!event.issue.key', '! needs a Boolean'],
  ['issue.key == 1', "Unknown name 'issue'"],
  ['event.issue.fields.count > 1', "'> 1' is not supported"],
  ['event.issue.fields.count == 1 ? true : false', 'is not supported'],
  ["event.issue.key.match('IT')", "'(' is not expected here"],
  ['event.issue.key ==', "a value is missing before 'its end'"],
  ['(true', "')' is missing"],
  ['true true', "'true' is not expected here"],
  ['event.issue[0]', 'a string is missing'],
  ['', "a value is missing before 'its end'"],
])('%s is an error: %s', (source, message) => {
  const evaluate = () => evaluateFilter(source, { event });
  expect(evaluate).toThrow(ExpressionError);
  expect(evaluate).toThrow(message);
});
