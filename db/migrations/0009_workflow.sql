CREATE TABLE "article_plan" (
	"article_id" text PRIMARY KEY NOT NULL,
	"deadline" timestamp with time zone,
	"legal_at" timestamp with time zone,
	"legal_by" text,
	"legal_note" text DEFAULT '' NOT NULL,
	"legal_read_at" timestamp with time zone,
	"legal_read_by" text
);
--> statement-breakpoint
CREATE TABLE "scheduled_version" (
	"article_id" text PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"change" text NOT NULL,
	"note" text NOT NULL,
	"person_id" text NOT NULL,
	"from_state" text NOT NULL,
	"claimed_until" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
ALTER TABLE "article_plan" ADD CONSTRAINT "article_plan_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_plan" ADD CONSTRAINT "article_plan_legal_by_person_id_fk" FOREIGN KEY ("legal_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_plan" ADD CONSTRAINT "article_plan_legal_read_by_person_id_fk" FOREIGN KEY ("legal_read_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scheduled_version_at" ON "scheduled_version" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_article" ON "audit" USING btree ("article_id");