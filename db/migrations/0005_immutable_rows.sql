-- What was published, approved or recorded stays as it is, whoever asks. Columns are not named where all must stay: those to come are covered too.
CREATE FUNCTION "galley_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
CREATE FUNCTION "galley_refuse_approval"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
    AND to_jsonb(NEW) - 'withdrawn_at' = to_jsonb(OLD) - 'withdrawn_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'An approval is never changed, but withdrawn once' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- The one change of a version: its words go, and everything else stays, the hash and the signature among it.
CREATE FUNCTION "galley_refuse_version"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  gone text[] := ARRAY['canonical', 'body', 'note', 'taken_down_at', 'taken_down_by', 'takedown_reason'];
BEGIN
  IF current_setting('galley.takedown', true) = 'on' AND OLD.taken_down_at IS NULL
    AND NEW.taken_down_at IS NOT NULL AND NEW.taken_down_by IS NOT NULL AND NEW.takedown_reason <> ''
    AND NEW.canonical = '' AND NEW.body = '' AND NEW.note = ''
    AND to_jsonb(NEW) - gone = to_jsonb(OLD) - gone THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A version is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
--> statement-breakpoint
-- The only way to take a version down. False: there is none that stands.
CREATE FUNCTION "galley_take_down"(article text, wanted integer, person text, why text, moment timestamptz)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  touched integer;
BEGIN
  PERFORM set_config('galley.takedown', 'on', true);
  UPDATE "version" SET canonical = '', body = '', note = '',
    taken_down_at = moment, taken_down_by = person, takedown_reason = why
  WHERE article_id = article AND "number" = wanted AND taken_down_at IS NULL;
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('galley.takedown', 'off', true);
  RETURN touched = 1;
END $$;
--> statement-breakpoint
CREATE TRIGGER "version_stays" BEFORE UPDATE ON "version" FOR EACH ROW EXECUTE FUNCTION "galley_refuse_version"();
--> statement-breakpoint
CREATE TRIGGER "version_is_kept" BEFORE DELETE ON "version" FOR EACH ROW EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "version_is_not_emptied" BEFORE TRUNCATE ON "version" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "approval_stays" BEFORE UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION "galley_refuse_approval"();
--> statement-breakpoint
CREATE TRIGGER "approval_is_kept" BEFORE DELETE ON "approval" FOR EACH ROW EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "approval_is_not_emptied" BEFORE TRUNCATE ON "approval" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "audit_stays" BEFORE UPDATE OR DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "audit_is_not_emptied" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "audit_anchor_stays" BEFORE UPDATE OR DELETE ON "audit_anchor" FOR EACH ROW EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "audit_anchor_is_not_emptied" BEFORE TRUNCATE ON "audit_anchor" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "signing_key_stays" BEFORE UPDATE OR DELETE ON "signing_key" FOR EACH ROW EXECUTE FUNCTION "galley_refuse"();
--> statement-breakpoint
CREATE TRIGGER "signing_key_is_not_emptied" BEFORE TRUNCATE ON "signing_key" FOR EACH STATEMENT EXECUTE FUNCTION "galley_refuse"();
