CREATE TABLE "notice_choice" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"app" boolean NOT NULL,
	"mail" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_choice_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notice_look" (
	"article_id" text PRIMARY KEY NOT NULL,
	"stamp" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"known" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_mail" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"cadence" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"failure" text
);
--> statement-breakpoint
CREATE TABLE "notice_mark" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"article_id" text,
	"by_id" text,
	"at" timestamp with time zone NOT NULL,
	"place" jsonb NOT NULL,
	"read_at" timestamp with time zone,
	"mail_id" text,
	CONSTRAINT "notice_person_key" UNIQUE("person_id","key")
);
--> statement-breakpoint
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_look" ADD CONSTRAINT "notice_look_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_mail" ADD CONSTRAINT "notice_mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_mail_next" ON "notice_mail" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "notice_mail_person" ON "notice_mail" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "notice_mail_id" ON "notice" USING btree ("mail_id");--> statement-breakpoint
-- By hand: an old newsroom is not flooded. Told is what is recorded from here on, and what moves after its article was first looked at.
INSERT INTO "notice_mark" ("id", "seq") SELECT 1, coalesce((SELECT "seq" FROM "audit_head" WHERE "id" = 1), 0);
--> statement-breakpoint
INSERT INTO "notice_look" ("article_id", "stamp", "at", "known") SELECT "id", '', now(), '{}' FROM "article";
