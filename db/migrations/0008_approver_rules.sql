CREATE TABLE "house_policy" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"approvers" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "approval" ADD COLUMN "needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "house_policy" ADD CONSTRAINT "house_policy_changed_by_person_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;