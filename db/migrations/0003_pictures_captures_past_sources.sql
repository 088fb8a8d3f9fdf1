CREATE TABLE "capture" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"kind" text NOT NULL,
	"asked_url" text NOT NULL,
	"final_url" text NOT NULL,
	"status" integer,
	"media_type" text NOT NULL,
	"raw_hash" text NOT NULL,
	"size" integer NOT NULL,
	"text_hash" text,
	"pages" integer NOT NULL,
	"headers" jsonb NOT NULL,
	"file_name" text NOT NULL,
	"title" text NOT NULL,
	"authors" text[] NOT NULL,
	"publisher" text NOT NULL,
	"date" text NOT NULL,
	"url" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" text
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link_health" (
	"source_id" text PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"checked_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"failures" integer NOT NULL,
	"is_gone" boolean NOT NULL,
	"moved_to" text,
	"lost" text[] NOT NULL,
	"kept_at" timestamp with time zone,
	"kept_by" text,
	"text_hash" text,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "picture" (
	"article_id" text NOT NULL,
	"hash" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"renditions" jsonb NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "picture_article_id_hash_pk" PRIMARY KEY("article_id","hash")
);
--> statement-breakpoint
CREATE TABLE "source_past" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capture" ADD CONSTRAINT "capture_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_health" ADD CONSTRAINT "link_health_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_health" ADD CONSTRAINT "link_health_kept_by_person_id_fk" FOREIGN KEY ("kept_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_article_id_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_past" ADD CONSTRAINT "source_past_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_past" ADD CONSTRAINT "source_past_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capture_source" ON "capture" USING btree ("source_id","at");--> statement-breakpoint
CREATE INDEX "link_health_next" ON "link_health" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "picture_hash" ON "picture" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "source_past_source" ON "source_past" USING btree ("source_id");