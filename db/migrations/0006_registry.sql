CREATE TABLE "source_merge" (
	"id" text PRIMARY KEY NOT NULL,
	"from_id" text NOT NULL,
	"into_id" text NOT NULL,
	"moved" boolean NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" text
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "retired_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "edition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "keys" text[];--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "search" "tsvector";--> statement-breakpoint
ALTER TABLE "source_merge" ADD CONSTRAINT "source_merge_from_id_source_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merge" ADD CONSTRAINT "source_merge_into_id_source_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merge" ADD CONSTRAINT "source_merge_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_merge" ADD CONSTRAINT "source_merge_undone_by_person_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_merge_into" ON "source_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "source_merge_from" ON "source_merge" USING btree ("from_id");--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_merged_into_source_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_merged_into" ON "source" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "source_keys" ON "source" USING gin ("keys");--> statement-breakpoint
CREATE INDEX "source_search" ON "source" USING gin ("search");