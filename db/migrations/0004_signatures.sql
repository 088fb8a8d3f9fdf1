CREATE TABLE "audit_anchor" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"jws" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"kid" text PRIMARY KEY NOT NULL,
	"x" text NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "signature" text;--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "taken_down_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "taken_down_by" text;--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "takedown_reason" text;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_taken_down_by_person_id_fk" FOREIGN KEY ("taken_down_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;