ALTER TABLE "source" ADD COLUMN "csl" jsonb;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "doi_identity" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "isbn_identity" text;--> statement-breakpoint
CREATE UNIQUE INDEX "source_doi_identity" ON "source" USING btree ("doi_identity");--> statement-breakpoint
CREATE UNIQUE INDEX "source_isbn_identity" ON "source" USING btree ("isbn_identity");--> statement-breakpoint
UPDATE "source" SET "doi_identity" = "known"."doi" FROM (
	SELECT DISTINCT ON ("doi") "id", "doi" FROM (
		SELECT "id", "created_at", "merged_into", 'doi:' || lower(regexp_replace("identity", '^url:(dx\.)?doi\.org/', '')) AS "doi"
		FROM "source" WHERE "identity" ~ '^url:(dx\.)?doi\.org/10\.'
	) AS "addresses" ORDER BY "doi", "merged_into" NULLS FIRST, "created_at", "id"
) AS "known" WHERE "source"."id" = "known"."id";
