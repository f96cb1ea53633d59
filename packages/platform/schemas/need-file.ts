import { applicantSchema } from './applicant.ts';
import { needTermsSchema } from './need.ts';

/** A need in a file, and what is known of its firm: the firm's code is the need's. */
export const needFileSchema = needTermsSchema.extend({
  applicant: applicantSchema
    .omit({ code: true })
    .partial({ hardStops: true, withheld: true })
    .extend({ code: applicantSchema.shape.code.exactOptional() })
    .exactOptional(),
});
