ALTER TABLE "scheduled_version" ADD COLUMN "beside" jsonb;--> statement-breakpoint
-- Of the words about acts those go that a version had from the time that was set for it: what a move says in the same words, or
-- another version's time, is about that.
CREATE OR REPLACE FUNCTION "galley_take_down"(article text, wanted integer, person text, why text, moment timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  touched integer;
BEGIN
  PERFORM set_config('galley.takedown', 'on', true);
  DELETE FROM "audit_words" AS one USING "version" AS gone
  WHERE one.article_id = article AND gone.article_id = article AND gone."number" = wanted AND (
    one.words = gone.note
    OR one.words IN (SELECT each ->> 'reason' FROM jsonb_array_elements(coalesce(gone.overrides, '[]'::jsonb)) AS each)
  ) AND EXISTS (
    SELECT FROM "audit" AS act
    WHERE act.article_id = article AND act.action = 'version.scheduled' AND strpos(act.detail::text, one.seal) > 0
      AND act.at <= gone.published_at
      AND act.at > coalesce((
        SELECT max(earlier.published_at) FROM "version" AS earlier
        WHERE earlier.article_id = article AND earlier."number" < wanted
      ), '-infinity')
  );
  UPDATE "version" SET canonical = '', body = '', note = '', overrides = NULL,
    taken_down_at = moment, taken_down_by = person, takedown_reason = why
  WHERE article_id = article AND "number" = wanted AND taken_down_at IS NULL;
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('galley.takedown', 'off', true);
  RETURN touched = 1;
END $$;
--> statement-breakpoint
ALTER FUNCTION "galley_take_down"(text, integer, text, text, timestamptz) SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION "galley_take_down"(text, integer, text, text, timestamptz) FROM PUBLIC;
