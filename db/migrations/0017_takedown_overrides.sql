-- What a chief wrote to publish in spite of the gate are words as well: they go with the version.
CREATE OR REPLACE FUNCTION "galley_refuse_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := ARRAY['canonical', 'body', 'note', 'overrides', 'taken_down_at', 'taken_down_by', 'takedown_reason'];
BEGIN
  IF current_setting('galley.takedown', true) = 'on' AND OLD.taken_down_at IS NULL
    AND NEW.taken_down_at IS NOT NULL AND NEW.taken_down_by IS NOT NULL AND NEW.takedown_reason <> ''
    AND NEW.canonical = '' AND NEW.body = '' AND NEW.note = '' AND NEW.overrides IS NULL
    AND to_jsonb(NEW) - gone = to_jsonb(OLD) - gone THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A version is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "galley_take_down"(article text, wanted integer, person text, why text, moment timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  touched integer;
BEGIN
  PERFORM set_config('galley.takedown', 'on', true);
  UPDATE "version" SET canonical = '', body = '', note = '', overrides = NULL,
    taken_down_at = moment, taken_down_by = person, takedown_reason = why
  WHERE article_id = article AND "number" = wanted AND taken_down_at IS NULL;
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('galley.takedown', 'off', true);
  RETURN touched = 1;
END $$;
