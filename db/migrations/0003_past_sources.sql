CREATE TABLE "source_past" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_past" ADD CONSTRAINT "source_past_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_past" ADD CONSTRAINT "source_past_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_past_source" ON "source_past" USING btree ("source_id");