BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'wengao','m001_units','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'wengao','m002_answers','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'wengao','m003_conversations','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'wengao','m004_delivery','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'wengao','m005_access','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'wengao','m006_input','2026-01-08T09:30:00+00:00');
CREATE TABLE "alive" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT NOT NULL
);
INSERT INTO "alive" VALUES(1,'2026-01-08T09:30:00+08:00');
CREATE TABLE "answers" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "draft" INTEGER REFERENCES "drafts"("id"),
   "question" TEXT NOT NULL,
   "item" INTEGER NOT NULL,
   "position" INTEGER NOT NULL,
   "printed" TEXT,
   "value" TEXT,
   "absence" TEXT,
   "typed" TEXT NOT NULL,
   "source" TEXT NOT NULL,
   "member" INTEGER REFERENCES "members"("id"),
   "message" INTEGER,
   "at" TEXT NOT NULL
);
INSERT INTO "answers" VALUES(1,1,NULL,'county',0,0,'黔江区','{"type": "Words", "text": "黔江区"}',NULL,'黔江区','typed',1,803,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(2,1,NULL,'place',0,0,'白土乡','{"type": "Words", "text": "白土乡"}',NULL,'白土乡','confirmed',1,804,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(3,1,NULL,'level',0,0,'township','{"type": "Chosen", "ids": ["township"], "other": []}',NULL,'乡','confirmed',1,805,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(4,1,NULL,'deadline',0,0,'1月31日','{"type": "Day", "year": null, "month": 1, "day": 31}',NULL,'1月31日','typed',1,811,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(5,1,1,'superior_documents',1,1,'《法治政府建设实施纲要（2021－2025年）》','{"type": "Reference", "title": "法治政府建设实施纲要（2021－2025年）", "number": "", "issuer": ""}',NULL,'《法治政府建设实施纲要（2021－2025年）》','typed',1,812,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(6,1,1,'integration',0,0,'rural、governance','{"type": "Chosen", "ids": ["rural", "governance"], "other": []}',NULL,'1 2','typed',1,814,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(7,1,1,'slogan',0,0,'',NULL,'zero','zero','typed',1,NULL,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(8,1,1,'in_work_plan',0,0,'yes','{"type": "Chosen", "ids": ["yes"], "other": []}',NULL,'是','typed',1,816,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(9,1,1,'annual_plan',0,0,'',NULL,'out','out','typed',1,NULL,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(10,1,1,'leading_group',0,0,'',NULL,'later','later','typed',1,NULL,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(11,1,1,'center_group_study',0,0,'4次','{"type": "Number", "amount": "4", "printed": "4", "unit": "次", "bound": ""}',NULL,'4次','typed',1,821,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(12,1,1,'study_coverage',0,0,'98.6%','{"type": "Number", "amount": "98.6", "printed": "98.6", "unit": "%", "bound": ""}',NULL,'98.6%','typed',1,823,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(13,1,1,'publicity_laws',0,0,'civil_code、constitution、《信访工作条例》','{"type": "Chosen", "ids": ["civil_code", "constitution"], "other": ["《信访工作条例》"]}',NULL,'民法典、宪法、其他：《信访工作条例》','typed',1,824,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(14,1,1,'publicity_events',0,0,'16场','{"type": "Number", "amount": "16", "printed": "16", "unit": "场", "bound": ""}',NULL,'十六场','typed',1,827,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(15,1,1,'publicity_events',0,0,'18场','{"type": "Number", "amount": "18", "printed": "18", "unit": "场", "bound": ""}',NULL,'18场','typed',1,829,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(16,1,2,'publicity_events',0,0,'12场','{"type": "Number", "amount": "12", "printed": "12", "unit": "场", "bound": ""}',NULL,'12场','typed',1,801,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(17,1,1,'fines',0,0,'1.5万元','{"type": "Number", "amount": "15000", "printed": "1.5万", "unit": "元", "bound": "约"}',NULL,'约1.5万元','typed',1,802,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(18,1,1,'report_period',0,0,'2025年1月至12月','{"type": "Period", "start": {"year": 2025, "month": 1, "day": null}, "end": {"year": 2025, "month": 12, "day": null}}',NULL,'1月至12月','typed',1,803,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(19,1,1,'problems',1,1,'法治宣传形式单一','{"type": "Words", "text": "法治宣传形式单一"}',NULL,'法治宣传形式单一','typed',1,804,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(20,1,1,'problems',2,2,'执法力量不足','{"type": "Words", "text": "执法力量不足"}',NULL,'执法力量不足','typed',1,805,'2026-01-08T09:30:00+08:00');
INSERT INTO "answers" VALUES(21,1,1,'problems',2,0,NULL,NULL,'cleared','','typed',1,NULL,'2026-01-08T09:30:00+08:00');
CREATE TABLE "drafts" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "pack" TEXT NOT NULL,
   "year" INTEGER NOT NULL,
   "pack_version" TEXT,
   "created_at" TEXT
);
INSERT INTO "drafts" VALUES(1,1,'law_based_government',2025,'3ac39924bd98','2026-01-08T09:30:00+08:00');
INSERT INTO "drafts" VALUES(2,1,'law_based_government',2024,'3ac39924bd98','2026-01-08T09:30:00+08:00');
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
CREATE TABLE "outbox" (
   "id" INTEGER PRIMARY KEY,
   "chat" TEXT NOT NULL,
   "kind" TEXT NOT NULL,
   "payload" TEXT NOT NULL,
   "edits" INTEGER REFERENCES "outbox"("id"),
   "created_at" TEXT,
   "sent_at" TEXT,
   "message" INTEGER
, "refused" TEXT);
INSERT INTO "outbox" VALUES(26,'telegram:4711','ask','{"text": "【普法】第3题，共6题\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 26, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00',926,NULL);
INSERT INTO "outbox" VALUES(27,'telegram:4711','ask','{"text": "【普法】第4题，共6题\n2025年共开展各类普法活动多少次？（必答）\n例：16次\n数据一般在：司法所\n单位可写：次、场", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 27, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00',927,NULL);
INSERT INTO "outbox" VALUES(28,'telegram:4711','ask','{"text": "✓ 普法活动：16场\n\n【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 28, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00',928,NULL);
INSERT INTO "outbox" VALUES(29,'telegram:4711','ask','{"text": "【普法】第4题，共6题\n2025年共开展各类普法活动多少次？（必答）\n例：16次\n数据一般在：司法所\n单位可写：次、场\n现在的答案：16场", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 29, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00',929,NULL);
INSERT INTO "outbox" VALUES(30,'telegram:4711','ask','{"text": "✓ 普法活动：18场\n\n【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 30, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(31,'telegram:4712','ask','{"text": "您好！您已加入“黔江区白土乡人民政府”。我会一题一题问您，替您写出年度法治政府建设工作总结。请不要发送涉密信息、身份证号和当事人姓名。\n\n怎么称呼您？名字只给本单位同事看，不写进报告。", "rows": [], "screen": 1, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00','2026-01-08T09:30:00+08:00',931,NULL);
INSERT INTO "outbox" VALUES(32,'terminal','ask','{"text": "您好！我会一题一题问您，替您写出年度法治政府建设工作总结。您答的每一句都会立即存好，随时可以停下，下次接着答。\n\n要写哪一年的报告？", "rows": [[{"id": "=2025", "label": "2025年"}, {"id": "=2024", "label": "2024年"}]], "screen": 1, "replaces": false}',NULL,'2026-01-08T09:30:00+08:00',NULL,NULL,NULL);
CREATE TABLE "parked" (
   "key" TEXT PRIMARY KEY,
   "chat" TEXT NOT NULL,
   "evidence" TEXT NOT NULL,
   "error" TEXT NOT NULL,
   "at" TEXT NOT NULL
);
INSERT INTO "parked" VALUES('telegram:2','chat','{}','KeyError()','2026-01-08');
CREATE TABLE "sessions" (
   "chat" TEXT PRIMARY KEY,
   "state" TEXT NOT NULL,
   "year" INTEGER NOT NULL,
   "question" TEXT NOT NULL,
   "screen" INTEGER NOT NULL,
   "updated_at" TEXT
, "held" TEXT);
INSERT INTO "sessions" VALUES('telegram:4711','asking',2025,'leaflets',30,'2026-01-08T09:30:00+08:00',NULL);
INSERT INTO "sessions" VALUES('telegram:4712','naming',0,'',1,'2026-01-08T09:30:00+08:00',NULL);
INSERT INTO "sessions" VALUES('terminal','year',2025,'',1,'2026-01-08T09:30:00+08:00',NULL);
CREATE TABLE "strangers" (
   "chat" TEXT PRIMARY KEY,
   "since" TEXT NOT NULL,
   "count" INTEGER NOT NULL
);
INSERT INTO "strangers" VALUES('stranger','2026-01-08T09:30:00+00:00',3);
CREATE TABLE "units" (
   "id" INTEGER PRIMARY KEY,
   "name" TEXT NOT NULL,
   "created_at" TEXT
);
INSERT INTO "units" VALUES(1,'黔江区白土乡人民政府','2026-01-08T09:30:00+08:00');
INSERT INTO "units" VALUES(2,'','2026-01-08T09:30:00+08:00');
CREATE TABLE "updates" (
   "key" TEXT PRIMARY KEY,
   "chat" TEXT NOT NULL,
   "at" TEXT
);
INSERT INTO "updates" VALUES('telegram:128','telegram:4711','2026-01-08T09:30:00+08:00');
INSERT INTO "updates" VALUES('telegram:129','telegram:4711','2026-01-08T09:30:00+08:00');
INSERT INTO "updates" VALUES('telegram:130','telegram:4711','2026-01-08T09:30:00+08:00');
INSERT INTO "updates" VALUES('telegram:131','telegram:4712','2026-01-08T09:30:00+08:00');
INSERT INTO "updates" VALUES('telegram:132','telegram:4711','2026-01-08T09:30:00+08:00');
INSERT INTO "updates" VALUES('terminal:1','terminal','2026-01-08T09:30:00+08:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX members_present ON members(chat) WHERE left_at IS NULL;
CREATE UNIQUE INDEX "idx_drafts_unit_pack_year"
    ON "drafts" ("unit", "pack", "year");
CREATE INDEX "idx_answers_unit_draft_question_item"
    ON "answers" ("unit", "draft", "question", "item");
CREATE VIEW "current_answers" AS SELECT * FROM answers WHERE id IN (
             SELECT max(id) FROM answers GROUP BY unit, draft, question, item
           ) AND absence IS NOT 'cleared';
CREATE INDEX outbox_unsent ON outbox(chat, id) WHERE sent_at IS NULL;
CREATE INDEX "idx_outbox_chat_kind_id"
    ON "outbox" ("chat", "kind", "id");
COMMIT;
