import type { DeployValueName, DeployValueType } from '../deploy-value.js';
import type { Json } from '../source/json.js';
import type { SourceNumber } from '../source/source-number.js';

/** An expression as it stands in a definition; its value is a scalar. */
export type ExpressionNode =
  | { readonly Get: string }
  | { readonly 'Std:Join': { readonly On: string; readonly Values: readonly Json[] } }
  | {
      readonly 'Std:JsonGet': { readonly Path: string } & (
        | { readonly PropertyFile: { readonly Get: string } }
        | { readonly S3Uri: Json }
      );
    }
  | { readonly 'Millrace:DeployValue': DeployValueName; readonly 'Millrace:Type'?: DeployValueType }
  | { readonly 'Millrace:Text': readonly Json[] };

/** A scalar of a request in a definition: the literal itself, or an expression in its place. */
export type Expressible<T extends string | number | boolean> =
  | T
  | (T extends number ? SourceNumber : never)
  | ExpressionNode;

/**
 * An enum to which AWS adds values faster than we release: the known values, for editors, and any other text.
 * (`string & Record<never, never>` keeps TypeScript from folding the known values into `string`.)
 */
export type OpenEnum<Known extends string> = Known | (string & Record<never, never>);
