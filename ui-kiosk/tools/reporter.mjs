// Prints what failed and one line of figures; node's own reporters print every test.
export default async function* reporter(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    if (type === 'test:pass' && data.details.type !== 'suite') passed++;
    if (type === 'test:fail') {
      failed++;
      yield `FAILED ${data.name} (${data.file ?? ''})\n${explain(data.details.error)}\n`;
    }
    if (type === 'test:stderr') yield data.message;
  }
  yield `screens: ${passed} tests passed, ${failed} failed\n`;
}

function explain(error) {
  const cause = error.cause ?? error;
  if (Array.isArray(cause.actual) && Array.isArray(cause.expected)) {
    return cause.actual.filter((line) => !cause.expected.includes(line)).join('\n');
  }
  return cause.stack ?? String(cause);
}
