import type { CheckReport } from './check-report.js';
import { type JunitCase, type JunitSuite, junitSuites } from './junit-suites.js';
import type { ReportEntry } from './report-entry.js';
import { xmlText } from './xml-text.js';

/**
 * A report as JUnit XML: a suite for each file, in it a case for each rule. A rule whose findings are all excepted is
 * skipped; what is quieter than what fails stands in the output of its case. Ends with a line break.
 */
export function renderJunit(report: CheckReport): string {
  const suites = junitSuites(report);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="millrace check" ${countsOf(all)}>`,
    ...suites.flatMap(renderSuite),
    '</testsuites>',
    '',
  ].join('\n');
}

function countsOf(cases: readonly JunitCase[]): string {
  const failures = cases.filter((each) => each.failures.length > 0).length;
  return `tests="${cases.length}" failures="${failures}" errors="0" skipped="${cases.filter(isSkipped).length}"`;
}

function isSkipped({ failures, remarks, excepted }: JunitCase): boolean {
  return failures.length === 0 && remarks.length === 0 && excepted.length > 0;
}

function renderSuite({ file, cases }: JunitSuite): readonly string[] {
  const name = xmlText(file === '' ? 'millrace check' : file);
  return [
    `  <testsuite name="${name}" ${countsOf(cases)} time="0">`,
    ...cases.flatMap((each) => renderCase(each, name)),
    '  </testsuite>',
  ];
}

function renderCase(test: JunitCase, suite: string): readonly string[] {
  const head = `    <testcase name="${xmlText(test.name)}" classname="${suite}" time="0"`;
  const inside = [...skippedOf(test), ...failureOf(test), ...outputOf(test)];
  return inside.length === 0 ? [`${head}/>`] : [`${head}>`, ...inside, '    </testcase>'];
}

function skippedOf(test: JunitCase): readonly string[] {
  const [first] = test.excepted;
  if (!isSkipped(test) || first?.exception === undefined) return [];
  const { reason, owner, expires } = first.exception;
  return [`      <skipped message="${xmlText(`excepted until ${expires} by ${owner}: ${reason}`)}"/>`];
}

/** One element for all, because readers of JUnit show the first. */
function failureOf({ failures }: JunitCase): readonly string[] {
  const [first, ...others] = failures;
  if (first === undefined) return [];
  const message = others.length === 0 ? first.message : `${first.message} (and ${others.length} more)`;
  const lines = failures.map((entry) => xmlText(lineOf(entry)));
  return [`      <failure message="${xmlText(message)}" type="${first.severity}">${lines.join('\n')}</failure>`];
}

function outputOf({ remarks }: JunitCase): readonly string[] {
  if (remarks.length === 0) return [];
  return [`      <system-out>${remarks.map((entry) => xmlText(lineOf(entry))).join('\n')}</system-out>`];
}

function lineOf({ severity, message, help, file, range, parts }: ReportEntry): string {
  const place = range === undefined ? file : `${file}:${range.start.line}:${range.start.column}`;
  const within = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `${place}${within} ${severity}: ${message}${help === undefined ? '' : `; ${help}`}`.trim();
}
