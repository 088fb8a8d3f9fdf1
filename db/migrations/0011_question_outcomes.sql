CREATE TABLE "query_message" (
	"id" text PRIMARY KEY NOT NULL,
	"query_id" text NOT NULL,
	"person_id" text NOT NULL,
	"text" text NOT NULL,
	"fingerprint" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "query" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "query_message" ADD CONSTRAINT "query_message_query_id_query_id_fk" FOREIGN KEY ("query_id") REFERENCES "public"."query"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "query_message" ADD CONSTRAINT "query_message_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "query_message_query" ON "query_message" USING btree ("query_id");