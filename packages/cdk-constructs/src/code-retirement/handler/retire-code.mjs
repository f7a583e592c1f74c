/** @typedef {import('@aws-sdk/client-s3').S3} S3 */

/**
 * Where code lies, and what of it is in use.
 *
 * @typedef {object} CodePlace
 * @property {string} bucket
 * @property {string} prefix Without a slash at its end; below it lies `<hash>/<file>`.
 * @property {readonly string[]} hashes What the deployed version of the pipeline names.
 */

/**
 * What the work is done with: the client of the SDK, or anything that answers as it does.
 *
 * @typedef {object} Tools
 * @property {Pick<S3, 'listObjectsV2' | 'getObjectTagging' | 'putObjectTagging' | 'copyObject'>} s3
 * @property {() => boolean} hasTime Whether there is time for more.
 */

/**
 * @typedef {object} Done
 * @property {number} retired
 * @property {number} revived
 * @property {boolean} complete False where the time was over before the end; the next deployment goes on.
 */

const RETIRED = { Key: 'millrace:retired', Value: 'true' };

/** Requests at once; S3 takes 3,500 writes a second and prefix, so this is for the memory of the function. */
const AT_ONCE = 8;

/**
 * Tags what no deployed version names, so that a lifecycle rule lets it go, and takes the tag from what is named again.
 *
 * @param {CodePlace} place
 * @param {Tools} tools
 * @returns {Promise<Done>}
 */
export async function retireCode(place, tools) {
  const done = { retired: 0, revived: 0, complete: true };
  /** @type {string | undefined} */
  let token;
  do {
    const page = await tools.s3.listObjectsV2({
      Bucket: place.bucket,
      Prefix: `${place.prefix}/`,
      ...(token !== undefined && { ContinuationToken: token }),
    });
    const keys = (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
    await inTurns(keys, async (key) => {
      if (!tools.hasTime()) done.complete = false;
      else await judge(key, { place, tools, done });
    });
    token = page.NextContinuationToken;
  } while (token !== undefined && done.complete);
  return done;
}

/**
 * @param {string} key
 * @param {{ place: CodePlace, tools: Tools, done: Done }} work
 */
async function judge(key, { place, tools: { s3 }, done }) {
  const object = { Bucket: place.bucket, Key: key };
  const [hash = ''] = key.slice(place.prefix.length + 1).split('/');
  const { TagSet = [] } = await s3.getObjectTagging(object);
  const others = TagSet.filter((tag) => tag.Key !== RETIRED.Key);
  const isRetired = others.length < TagSet.length;
  const isNamed = place.hashes.includes(hash);
  if (isNamed && isRetired) {
    await s3.putObjectTagging({ ...object, Tagging: { TagSet: others } });
    done.revived += 1;
  } else if (!isNamed && !isRetired) {
    // S3 counts the age of an object from its last write, so it is written again: executions under way keep their time.
    await s3.copyObject({
      ...object,
      CopySource: `${place.bucket}/${key.split('/').map(encodeURIComponent).join('/')}`,
      TaggingDirective: 'REPLACE',
      Tagging: asQuery([...others, RETIRED]),
    });
    done.retired += 1;
  }
}

/** @param {readonly import('@aws-sdk/client-s3').Tag[]} tags */
function asQuery(tags) {
  const query = new URLSearchParams();
  for (const { Key = '', Value = '' } of tags) query.append(Key, Value);
  return query.toString();
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function inTurns(items, work) {
  const rest = items.values();
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (const item of rest) await work(item);
  });
  await Promise.all(workers);
}
