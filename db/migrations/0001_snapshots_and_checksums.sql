ALTER TABLE "article_snapshot" ADD COLUMN "state_vector" "bytea";--> statement-breakpoint
ALTER TABLE "article_snapshot" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "article_update" ADD COLUMN "checksum" integer;