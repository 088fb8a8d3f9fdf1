CREATE TABLE "cited_source" (
	"article_id" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"source_ids" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cited_source" ADD CONSTRAINT "cited_source_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cited_source_ids" ON "cited_source" USING gin ("source_ids");