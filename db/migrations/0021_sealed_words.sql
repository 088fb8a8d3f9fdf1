CREATE TABLE "audit_words" (
	"seal" text PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"words" text NOT NULL,
	"article_id" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "audit_words_article" ON "audit_words" USING btree ("article_id");--> statement-breakpoint
-- Words about acts are never changed. They go with the words of a version that is taken down, and in no other way.
CREATE FUNCTION "galley_refuse_words"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('galley.takedown', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_words_stay" BEFORE UPDATE OR DELETE ON "audit_words" FOR EACH ROW EXECUTE FUNCTION "galley_refuse_words"();
--> statement-breakpoint
CREATE TRIGGER "audit_words_are_not_emptied" BEFORE TRUNCATE ON "audit_words" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
-- A note that was written when a time was set, or a reason, is the version's: it goes with it.
CREATE OR REPLACE FUNCTION "galley_take_down"(article text, wanted integer, person text, why text, moment timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  touched integer;
BEGIN
  PERFORM set_config('galley.takedown', 'on', true);
  DELETE FROM "audit_words" WHERE article_id = article AND words IN (
    SELECT note FROM "version" WHERE article_id = article AND "number" = wanted
    UNION SELECT one ->> 'reason' FROM "version", jsonb_array_elements(coalesce(overrides, '[]'::jsonb)) AS one
      WHERE article_id = article AND "number" = wanted
  );
  UPDATE "version" SET canonical = '', body = '', note = '', overrides = NULL,
    taken_down_at = moment, taken_down_by = person, takedown_reason = why
  WHERE article_id = article AND "number" = wanted AND taken_down_at IS NULL;
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('galley.takedown', 'off', true);
  RETURN touched = 1;
END $$;
--> statement-breakpoint
-- The server works in a role that may not change versions: this function may, in the name of the owner.
ALTER FUNCTION "galley_take_down"(text, integer, text, text, timestamptz) SECURITY DEFINER SET search_path = public, pg_temp;
--> statement-breakpoint
-- What runs in the owner's name is for whoever the owner lets in, and not for every login of the database.
REVOKE EXECUTE ON FUNCTION "galley_take_down"(text, integer, text, text, timestamptz) FROM PUBLIC;
