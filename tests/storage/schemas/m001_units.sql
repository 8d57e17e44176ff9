BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'wengao','m001_units','2026-01-08T09:30:00+08:00');
CREATE TABLE "invites" (
   "hash" TEXT PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "expires_at" TEXT NOT NULL,
   "used_at" TEXT,
   "used_by" INTEGER REFERENCES "members"("id")
);
INSERT INTO "invites" VALUES('db48a45200c3b3eea3b63c2dbed8096e02197c67d93f415557d8457f790cb08c',1,'2026-01-15T09:30:00+08:00','2026-01-08T09:30:00+08:00',1);
INSERT INTO "invites" VALUES('a2eab42cf2eb299a4927920a96a52a65ea9895eac08cd21d3e8dcce93c6ae0ff',1,'2026-01-15T09:30:00+08:00','2026-01-08T09:30:00+08:00',2);
INSERT INTO "invites" VALUES('2e6bc8b893d49af613c992232ade653c2cc6599910926552ce7bac694717bbed',1,'2026-01-15T09:30:00+08:00',NULL,NULL);
CREATE TABLE "members" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "chat" TEXT NOT NULL,
   "role" TEXT NOT NULL,
   "name" TEXT NOT NULL,
   "joined_at" TEXT,
   "left_at" TEXT
);
INSERT INTO "members" VALUES(1,1,'telegram:4711','owner','小李','2026-01-08T09:30:00+08:00',NULL);
INSERT INTO "members" VALUES(2,1,'telegram:4712','editor','小王','2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00');
INSERT INTO "members" VALUES(3,2,'terminal','owner','','2026-01-08T09:30:00+08:00',NULL);
CREATE TABLE "units" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "created_at" TEXT
);
INSERT INTO "units" VALUES(1,'黔江区白土乡人民政府','2026-01-08T09:30:00+08:00');
INSERT INTO "units" VALUES(2,'','2026-01-08T09:30:00+08:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX members_present ON members(chat) WHERE left_at IS NULL;
COMMIT;
