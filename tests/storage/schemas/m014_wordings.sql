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
INSERT INTO "_sqlite_migrations" VALUES(7,'wengao','m007_speed','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'wengao','m008_uploads','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'wengao','m009_places','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'wengao','m010_amendments','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'wengao','m011_approval','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'wengao','m012_updates','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'wengao','m013_undone','2026-01-08T09:30:00+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'wengao','m014_wordings','2026-01-08T09:30:00+00:00');
CREATE TABLE "alive" (
   "id" INTEGER PRIMARY KEY,
   "at" TEXT NOT NULL
);
INSERT INTO "alive" VALUES(1,'2026-01-08T09:30:00+08:00');
CREATE TABLE "amendments" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "draft" INTEGER NOT NULL REFERENCES "drafts"("id"),
   "sentence" TEXT NOT NULL,
   "act" TEXT NOT NULL,
   "text" TEXT NOT NULL,
   "ties" TEXT NOT NULL,
   "anchor" TEXT NOT NULL,
   "place" TEXT NOT NULL,
   "member" INTEGER REFERENCES "members"("id"),
   "message" INTEGER,
   "at" TEXT NOT NULL
, "source" TEXT NOT NULL DEFAULT 'typed');
INSERT INTO "amendments" VALUES(1,1,1,'disputes.mediated','rewrite','共183起。','[{"question": "disputes_mediated", "item": null, "printed": "183", "at": 1}]','','',1,900,'2026-01-08T09:30:00+00:00','typed');
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
INSERT INTO "answers" VALUES(22,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
INSERT INTO "answers" VALUES(23,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
INSERT INTO "answers" VALUES(24,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
INSERT INTO "answers" VALUES(25,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
INSERT INTO "answers" VALUES(26,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
INSERT INTO "answers" VALUES(27,1,1,'leaflets',0,0,'5000余份','{"type": "Number", "amount": "5000", "printed": "5000余", "unit": "份", "bound": "余"}',NULL,'5000余份','typed',1,990,'2026-01-08T09:30:00+00:00');
CREATE TABLE "checks" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "draft" INTEGER NOT NULL REFERENCES "drafts"("id"),
   "sentence" TEXT NOT NULL,
   "text" TEXT,
   "member" INTEGER REFERENCES "members"("id"),
   "at" TEXT NOT NULL
);
INSERT INTO "checks" VALUES(1,1,1,'problems.list','存在甲。',1,'2026-02-28T09:30:00+00:00');
CREATE TABLE "drafts" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "pack" TEXT NOT NULL,
   "year" INTEGER NOT NULL,
   "pack_version" TEXT,
   "created_at" TEXT
, "closed_at" TEXT);
INSERT INTO "drafts" VALUES(1,1,'law_based_government',2025,'3ac39924bd98','2026-01-08T09:30:00+08:00',NULL);
INSERT INTO "drafts" VALUES(2,1,'law_based_government',2024,'3ac39924bd98','2026-01-08T09:30:00+08:00',NULL);
CREATE TABLE "filings" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "draft" INTEGER NOT NULL REFERENCES "drafts"("id"),
   "document" TEXT NOT NULL,
   "number" INTEGER NOT NULL,
   "text" TEXT NOT NULL,
   "word" BLOB NOT NULL,
   "blocks" TEXT NOT NULL,
   "member" INTEGER REFERENCES "members"("id"),
   "filed_at" TEXT NOT NULL,
   "withdrawn_by" INTEGER REFERENCES "members"("id"),
   "withdrawn_at" TEXT,
   "reason" TEXT
);
INSERT INTO "filings" VALUES(1,1,1,'work_summary',1,'总结
',X'504B','{"id": "work_summary", "name": "", "file": "", "blocks": []}',1,'2026-03-01T09:30:00+00:00',1,'2026-03-02','数据有误');
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
INSERT INTO "outbox" VALUES(33,'telegram:4711','ask','{"text": "【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 31, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(34,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n已答19题，共47题。\n等同事给：成立领导小组。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:study", "label": "4.学法 ◐"}], [{"id": "s:publicity", "label": "5.普法 ◐"}, {"id": "s:disputes", "label": "6.纠纷化解 ○"}], [{"id": "s:powers", "label": "7.权责清单 ○"}, {"id": "s:enforcement", "label": "8.行政执法 ○"}], [{"id": "s:legal_service", "label": "9.法律服务 ○"}, {"id": "s:disclosure", "label": "10.政务公开 ○"}], [{"id": "s:problems", "label": "11.问题原因 ◐"}, {"id": "s:next_steps", "label": "12.明年安排 ○"}], [{"id": "s:closing", "label": "13.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "draft", "label": "出稿"}, {"id": "year", "label": "换年度"}]], "screen": 32, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(35,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 33, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(36,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 34, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(37,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 35, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(38,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 36, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(39,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 37, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(40,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 38, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(41,'telegram:4711','ask','{"text": "【组织领导】第4题，共4题\n党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？（必答）", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 39, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(42,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 40, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(43,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 41, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(44,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 42, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(45,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 43, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(46,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 44, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(47,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 45, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(48,'telegram:4711','ask','{"text": "【普法】第3题，共6题\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 46, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(49,'telegram:4711','ask','{"text": "【普法】第4题，共6题\n2025年共开展各类普法活动多少次？（必答）\n例：16次\n数据一般在：司法所\n单位可写：次、场\n去年：12场\n现在的答案：18场", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 47, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(50,'telegram:4711','ask','{"text": "【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 48, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(51,'telegram:4711','ask','{"text": "✓ 发放宣传资料：5000余份\n\n【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 49, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(52,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(53,'telegram:4711','issue','{"document": "work_summary", "year": 2025}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(54,'telegram:4711','ask','{"text": "【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 50, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(55,'telegram:4711','ask','{"text": "【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 51, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(56,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n已答20题，共47题。\n等同事给：成立领导小组。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:study", "label": "4.学法 ◐"}], [{"id": "s:publicity", "label": "5.普法 ◐"}, {"id": "s:disputes", "label": "6.纠纷化解 ○"}], [{"id": "s:powers", "label": "7.权责清单 ○"}, {"id": "s:enforcement", "label": "8.行政执法 ○"}], [{"id": "s:legal_service", "label": "9.法律服务 ○"}, {"id": "s:disclosure", "label": "10.政务公开 ○"}], [{"id": "s:problems", "label": "11.问题原因 ◐"}, {"id": "s:next_steps", "label": "12.明年安排 ○"}], [{"id": "s:closing", "label": "13.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "draft", "label": "出稿"}, {"id": "year", "label": "换年度"}]], "screen": 52, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(57,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 53, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(58,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 54, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(59,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 55, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(60,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 56, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(61,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 57, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(62,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 58, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(63,'telegram:4711','ask','{"text": "【组织领导】第4题，共4题\n党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？（必答）", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 59, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(64,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 60, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(65,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 61, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(66,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 62, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(67,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 63, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(68,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 64, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(69,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 65, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(70,'telegram:4711','ask','{"text": "【普法】第3题，共6题\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 66, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(71,'telegram:4711','ask','{"text": "【普法】第4题，共6题\n2025年共开展各类普法活动多少次？（必答）\n例：16次\n数据一般在：司法所\n单位可写：次、场\n去年：12场\n现在的答案：18场", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 67, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(72,'telegram:4711','ask','{"text": "【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本\n现在的答案：5000余份", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 68, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(73,'telegram:4711','ask','{"text": "✓ 发放宣传资料：5000余份\n\n【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 69, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(74,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(75,'telegram:4711','issue','{"document": "work_summary", "year": 2025}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(76,'telegram:4711','ask','{"text": "【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 70, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(77,'telegram:4711','ask','{"text": "【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 71, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(78,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n已答20题，共47题。\n等同事给：成立领导小组。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:study", "label": "4.学法 ◐"}], [{"id": "s:publicity", "label": "5.普法 ◐"}, {"id": "s:disputes", "label": "6.纠纷化解 ○"}], [{"id": "s:powers", "label": "7.权责清单 ○"}, {"id": "s:enforcement", "label": "8.行政执法 ○"}], [{"id": "s:legal_service", "label": "9.法律服务 ○"}, {"id": "s:disclosure", "label": "10.政务公开 ○"}], [{"id": "s:problems", "label": "11.问题原因 ◐"}, {"id": "s:next_steps", "label": "12.明年安排 ○"}], [{"id": "s:closing", "label": "13.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "draft", "label": "出稿"}, {"id": "year", "label": "换年度"}]], "screen": 72, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(79,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 73, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(80,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 74, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(81,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 75, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(82,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 76, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(83,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 77, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(84,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 78, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(85,'telegram:4711','ask','{"text": "【组织领导】第4题，共4题\n党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？（必答）", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 79, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(86,'telegram:4711','ask','{"text": "【学法】第1题，共4题\n是否建立健全了党政领导干部会前学法制度？\n数据一般在：党政办", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 80, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(87,'telegram:4711','ask','{"text": "【学法】第2题，共4题\n2025年党（工）委理论学习中心组开展了几次法治专题学习？（必答）\n例：4次\n数据一般在：党政办\n单位可写：次、场\n现在的答案：4次", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 81, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(88,'telegram:4711','ask','{"text": "【学法】第3题，共4题\n各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 82, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(89,'telegram:4711','ask','{"text": "【学法】第4题，共4题\n干部（含村、社区干部）学法受教育面达到百分之多少？\n例：100%\n数据一般在：党政办\n现在的答案：98.6%", "rows": [[{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 83, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(90,'telegram:4711','ask','{"text": "【普法】第1题，共6题\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 84, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(91,'telegram:4711','ask','{"text": "【普法】第2题，共6题\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 85, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(92,'telegram:4711','ask','{"text": "【普法】第3题，共6题\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 86, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(93,'telegram:4711','ask','{"text": "【普法】第4题，共6题\n2025年共开展各类普法活动多少次？（必答）\n例：16次\n数据一般在：司法所\n单位可写：次、场\n去年：12场\n现在的答案：18场", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 87, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(94,'telegram:4711','ask','{"text": "【普法】第5题，共6题\n发放宣传资料多少份？\n例：5000余份\n数据一般在：司法所\n单位可写：份、册、本\n现在的答案：5000余份", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 88, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(95,'telegram:4711','ask','{"text": "✓ 发放宣传资料：5000余份\n\n【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 89, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(96,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(97,'telegram:4711','issue','{"document": "work_summary", "year": 2025}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(98,'telegram:4711','ask','{"text": "【普法】第6题，共6题\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 90, "replaces": false}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(99,'telegram:4711','ask','{"text": "【普法 6/6】已答20/47\n受众有多少人次？\n例：3000余人次\n数据一般在：司法所\n单位可写：人次、人", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 91, "replaces": false, "understood": "", "left": "↓ 普法受众"}',98,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(100,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n▓▓▓▓░░░░░░ 20/47\n1. 单位资料：已答完\n2. 报告开头：已答完\n3. 组织领导：进行中 2/4\n　缺：成立领导小组（党政办）\n4. 学法：进行中 2/4\n5. 普法：进行中 3/6\n6. 纠纷化解：未开始\n7. 权责清单：未开始\n8. 行政执法：未开始\n9. 法律服务：未开始\n10. 政务公开：未开始\n11. 问题原因：进行中 1/2\n12. 明年安排：未开始\n13. 落款：未开始\n有1处改稿用的还是旧数，请按“看稿”“改稿”看。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:study", "label": "4.学法 ◐"}], [{"id": "s:publicity", "label": "5.普法 ◐"}, {"id": "s:disputes", "label": "6.纠纷化解 ○"}], [{"id": "s:powers", "label": "7.权责清单 ○"}, {"id": "s:enforcement", "label": "8.行政执法 ○"}], [{"id": "s:legal_service", "label": "9.法律服务 ○"}, {"id": "s:disclosure", "label": "10.政务公开 ○"}], [{"id": "s:problems", "label": "11.问题原因 ◐"}, {"id": "s:next_steps", "label": "12.明年安排 ○"}], [{"id": "s:closing", "label": "13.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "sheet", "label": "题单"}, {"id": "read", "label": "看稿"}], [{"id": "draft", "label": "出稿"}, {"id": "file", "label": "定稿"}, {"id": "filings", "label": "历次定稿"}], [{"id": "year", "label": "换年度"}, {"id": "settings", "label": "设置"}]], "screen": 92, "replaces": false, "understood": "", "left": "— 普法受众"}',99,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(101,'telegram:4711','ask','{"text": "【普法 2/6】已答20/47\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 93, "replaces": false, "understood": "", "left": "— 目录"}',100,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(102,'telegram:4711','ask','{"text": "【普法 1/6】已答20/47\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 94, "replaces": false, "understood": "", "left": "— 谁执法谁普法"}',101,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(103,'telegram:4711','ask','{"text": "【学法】第1至4题，共4题\n① 是否建立健全了党政领导干部会前学法制度？\n② 中心组法治专题学习：4次 ✓\n③ 各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？\n④ 干部学法受教育面：98.6% ✓\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:study_before_meeting", "label": "①会前学法制度"}, {"id": "g:center_group_study", "label": "②中心组法治专题学习"}], [{"id": "t:department_study", "label": "③部门学法培训"}, {"id": "g:study_coverage", "label": "④干部学法受教育面"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 95, "replaces": false, "understood": "", "left": "✓ 宣传的法律法规：《民法典》《宪法》《信访工作条例》"}',102,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(104,'telegram:4711','ask','{"text": "【组织领导】第1至4题，共4题\n① 纳入年度工作计划：是 ✓\n② 制定年度方案：不涉及 ✓\n③ 成立领导小组：待问同事\n④ 党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:in_work_plan", "label": "✓①纳入年度工作计划"}, {"id": "t:annual_plan", "label": "②制定年度方案"}], [{"id": "t:leading_group", "label": "③成立领导小组"}, {"id": "t:first_responsible", "label": "④履行第一责任人职责"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 96, "replaces": false, "understood": "", "left": "— 【学法】第1至4题，共4题"}',103,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(105,'telegram:4711','ask','{"text": "【报告开头 3/3】已答20/47\n本地2025年的法治工作口号（抓手）是什么？没有就跳过。\n例：党建引领、法治赋能、民生为本\n现在的答案：没有", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 97, "replaces": false, "understood": "", "left": "— 【组织领导】第1至4题，共4题"}',104,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(106,'telegram:4711','ask','{"text": "【报告开头 2/3】已答20/47\n2025年把法治建设与哪些工作结合起来抓？\n现在的答案：乡村振兴、基层治理\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-rural", "label": "✓ 乡村振兴"}, {"id": "-governance", "label": "✓ 基层治理"}], [{"id": "+livelihood", "label": "民生保障"}, {"id": "+business", "label": "优化营商环境"}], [{"id": "+ecology", "label": "生态环境保护"}, {"id": "+safety", "label": "安全生产"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 98, "replaces": false, "understood": "", "left": "✓ 口号（抓手）：没有"}',105,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(107,'telegram:4711','ask','{"text": "【报告开头 1/3】已答20/47\n开头要引用哪些上级文件？\n说明：写“深入贯彻……”一句。本地当年的要点、通知，请写全名，有文号的带上文号\n例：《××区人民政府办公室关于印发〈2025年全区法治政府建设工作要点〉的通知》（×府办发〔2025〕×号）\n数据一般在：党政办\n已有：\n1. 《法治政府建设实施纲要（2021－2025年）》\n要改，点“改1”，或写“改2 新的话”“删2”“2移到1”。\n可选：\n① 《法治政府建设实施纲要（2021－2025年）》\n② 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）\n③ 《党政主要负责人履行推进法治建设第一责任人职责规定》\n点选，或直接发文件全名，一行一个；写完按“完成”。", "rows": [[{"id": "=1", "label": "①"}, {"id": "=2", "label": "②"}, {"id": "=3", "label": "③"}], [{"id": "i1", "label": "改1"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 99, "replaces": false, "understood": "", "left": "✓ 与法治融合的工作：乡村振兴、基层治理"}',106,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(108,'telegram:4711','ask','{"text": "【报告开头 2/3】已答20/47\n2025年把法治建设与哪些工作结合起来抓？\n现在的答案：乡村振兴、基层治理\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-rural", "label": "✓ 乡村振兴"}, {"id": "-governance", "label": "✓ 基层治理"}], [{"id": "+livelihood", "label": "民生保障"}, {"id": "+business", "label": "优化营商环境"}], [{"id": "+ecology", "label": "生态环境保护"}, {"id": "+safety", "label": "安全生产"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 100, "replaces": false, "understood": "", "left": "✓ 引用的上级文件：《法治政府建设实施纲要（2021－2025年）》"}',107,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(109,'telegram:4711','ask','{"text": "【报告开头 3/3】已答20/47\n本地2025年的法治工作口号（抓手）是什么？没有就跳过。\n例：党建引领、法治赋能、民生为本\n现在的答案：没有", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 101, "replaces": false, "understood": "", "left": "✓ 与法治融合的工作：乡村振兴、基层治理"}',108,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(110,'telegram:4711','ask','{"text": "【组织领导】第1至4题，共4题\n① 纳入年度工作计划：是 ✓\n② 制定年度方案：不涉及 ✓\n③ 成立领导小组：待问同事\n④ 党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:in_work_plan", "label": "✓①纳入年度工作计划"}, {"id": "t:annual_plan", "label": "②制定年度方案"}], [{"id": "t:leading_group", "label": "③成立领导小组"}, {"id": "t:first_responsible", "label": "④履行第一责任人职责"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 102, "replaces": false, "understood": "", "left": "✓ 口号（抓手）：没有"}',109,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(111,'telegram:4711','ask','{"text": "【学法】第1至4题，共4题\n① 是否建立健全了党政领导干部会前学法制度？\n② 中心组法治专题学习：4次 ✓\n③ 各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？\n④ 干部学法受教育面：98.6% ✓\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:study_before_meeting", "label": "①会前学法制度"}, {"id": "g:center_group_study", "label": "②中心组法治专题学习"}], [{"id": "t:department_study", "label": "③部门学法培训"}, {"id": "g:study_coverage", "label": "④干部学法受教育面"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 103, "replaces": false, "understood": "", "left": "— 【组织领导】第1至4题，共4题"}',110,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(112,'telegram:4711','ask','{"text": "【普法 1/6】已答20/47\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 104, "replaces": false, "understood": "", "left": "— 【学法】第1至4题，共4题"}',111,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(113,'telegram:4711','ask','{"text": "【普法 2/6】已答20/47\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 105, "replaces": false, "understood": "", "left": "✓ 宣传的法律法规：《民法典》《宪法》《信访工作条例》"}',112,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(114,'telegram:4711','ask','{"text": "【普法 3/6】已答20/47\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 106, "replaces": false, "understood": "", "left": "— 谁执法谁普法：跳过"}',113,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(115,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 107, "replaces": false, "understood": "", "left": "— 法律几进"}',114,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(116,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 108, "replaces": false, "understood": "✓ 发放宣传资料：5000余份", "left": ""}',115,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(117,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(118,'telegram:4711','issue','{"document": "work_summary", "year": 2025, "filing": 0}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(119,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 109, "replaces": false, "understood": "", "left": "↓ 【普法】第4至6题，共6题"}',116,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(120,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 110, "replaces": false, "understood": "", "left": "↓ 【普法】第4至6题，共6题"}',119,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(121,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n▓▓▓▓░░░░░░ 20/47\n1. 单位资料：已答完\n2. 报告开头：已答完\n3. 组织领导：进行中 2/4\n　缺：成立领导小组（党政办）\n4. 学法：进行中 2/4\n5. 普法：进行中 3/6\n6. 纠纷化解：未开始\n7. 权责清单：未开始\n8. 行政执法：未开始\n9. 法律服务：未开始\n10. 政务公开：未开始\n11. 问题原因：进行中 1/2\n12. 明年安排：未开始\n13. 落款：未开始\n有1处改稿用的还是旧数，请按“看稿”“改稿”看。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:study", "label": "4.学法 ◐"}], [{"id": "s:publicity", "label": "5.普法 ◐"}, {"id": "s:disputes", "label": "6.纠纷化解 ○"}], [{"id": "s:powers", "label": "7.权责清单 ○"}, {"id": "s:enforcement", "label": "8.行政执法 ○"}], [{"id": "s:legal_service", "label": "9.法律服务 ○"}, {"id": "s:disclosure", "label": "10.政务公开 ○"}], [{"id": "s:problems", "label": "11.问题原因 ◐"}, {"id": "s:next_steps", "label": "12.明年安排 ○"}], [{"id": "s:closing", "label": "13.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "sheet", "label": "题单"}, {"id": "read", "label": "看稿"}], [{"id": "draft", "label": "出稿"}, {"id": "file", "label": "定稿"}, {"id": "filings", "label": "历次定稿"}], [{"id": "year", "label": "换年度"}, {"id": "settings", "label": "设置"}]], "screen": 111, "replaces": false, "understood": "", "left": "— 【普法】第4至6题，共6题"}',120,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(122,'telegram:4711','ask','{"text": "【普法 2/6】已答20/47\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 112, "replaces": false, "understood": "", "left": "— 目录"}',121,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(123,'telegram:4711','ask','{"text": "【普法 1/6】已答20/47\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 113, "replaces": false, "understood": "", "left": "— 谁执法谁普法"}',122,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(124,'telegram:4711','ask','{"text": "【学法】第1至4题，共4题\n① 是否建立健全了党政领导干部会前学法制度？\n② 中心组法治专题学习：4次 ✓\n③ 各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？\n④ 干部学法受教育面：98.6% ✓\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:study_before_meeting", "label": "①会前学法制度"}, {"id": "g:center_group_study", "label": "②中心组法治专题学习"}], [{"id": "t:department_study", "label": "③部门学法培训"}, {"id": "g:study_coverage", "label": "④干部学法受教育面"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 114, "replaces": false, "understood": "", "left": "✓ 宣传的法律法规：《民法典》《宪法》《信访工作条例》"}',123,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(125,'telegram:4711','ask','{"text": "【组织领导】第1至4题，共4题\n① 纳入年度工作计划：是 ✓\n② 制定年度方案：不涉及 ✓\n③ 成立领导小组：待问同事\n④ 党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:in_work_plan", "label": "✓①纳入年度工作计划"}, {"id": "t:annual_plan", "label": "②制定年度方案"}], [{"id": "t:leading_group", "label": "③成立领导小组"}, {"id": "t:first_responsible", "label": "④履行第一责任人职责"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 115, "replaces": false, "understood": "", "left": "— 【学法】第1至4题，共4题"}',124,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(126,'telegram:4711','ask','{"text": "【报告开头 3/3】已答20/47\n本地2025年的法治工作口号（抓手）是什么？没有就跳过。\n例：党建引领、法治赋能、民生为本\n现在的答案：没有", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 116, "replaces": false, "understood": "", "left": "— 【组织领导】第1至4题，共4题"}',125,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(127,'telegram:4711','ask','{"text": "【报告开头 2/3】已答20/47\n2025年把法治建设与哪些工作结合起来抓？\n现在的答案：乡村振兴、基层治理\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-rural", "label": "✓ 乡村振兴"}, {"id": "-governance", "label": "✓ 基层治理"}], [{"id": "+livelihood", "label": "民生保障"}, {"id": "+business", "label": "优化营商环境"}], [{"id": "+ecology", "label": "生态环境保护"}, {"id": "+safety", "label": "安全生产"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 117, "replaces": false, "understood": "", "left": "✓ 口号（抓手）：没有"}',126,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(128,'telegram:4711','ask','{"text": "【报告开头 1/3】已答20/47\n开头要引用哪些上级文件？\n说明：写“深入贯彻……”一句。本地当年的要点、通知，请写全名，有文号的带上文号\n例：《××区人民政府办公室关于印发〈2025年全区法治政府建设工作要点〉的通知》（×府办发〔2025〕×号）\n数据一般在：党政办\n已有：\n1. 《法治政府建设实施纲要（2021－2025年）》\n要改，点“改1”，或写“改2 新的话”“删2”“2移到1”。\n可选：\n① 《法治政府建设实施纲要（2021－2025年）》\n② 《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）\n③ 《党政主要负责人履行推进法治建设第一责任人职责规定》\n点选，或直接发文件全名，一行一个；写完按“完成”。", "rows": [[{"id": "=1", "label": "①"}, {"id": "=2", "label": "②"}, {"id": "=3", "label": "③"}], [{"id": "i1", "label": "改1"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 118, "replaces": false, "understood": "", "left": "✓ 与法治融合的工作：乡村振兴、基层治理"}',127,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(129,'telegram:4711','ask','{"text": "【报告开头 2/3】已答20/47\n2025年把法治建设与哪些工作结合起来抓？\n现在的答案：乡村振兴、基层治理\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-rural", "label": "✓ 乡村振兴"}, {"id": "-governance", "label": "✓ 基层治理"}], [{"id": "+livelihood", "label": "民生保障"}, {"id": "+business", "label": "优化营商环境"}], [{"id": "+ecology", "label": "生态环境保护"}, {"id": "+safety", "label": "安全生产"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 119, "replaces": false, "understood": "", "left": "✓ 引用的上级文件：《法治政府建设实施纲要（2021－2025年）》"}',128,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(130,'telegram:4711','ask','{"text": "【报告开头 3/3】已答20/47\n本地2025年的法治工作口号（抓手）是什么？没有就跳过。\n例：党建引领、法治赋能、民生为本\n现在的答案：没有", "rows": [[{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 120, "replaces": false, "understood": "", "left": "✓ 与法治融合的工作：乡村振兴、基层治理"}',129,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(131,'telegram:4711','ask','{"text": "【组织领导】第1至4题，共4题\n① 纳入年度工作计划：是 ✓\n② 制定年度方案：不涉及 ✓\n③ 成立领导小组：待问同事\n④ 党政主要负责人2025年是否切实履行了推进法治建设第一责任人职责？\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:in_work_plan", "label": "✓①纳入年度工作计划"}, {"id": "t:annual_plan", "label": "②制定年度方案"}], [{"id": "t:leading_group", "label": "③成立领导小组"}, {"id": "t:first_responsible", "label": "④履行第一责任人职责"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 121, "replaces": false, "understood": "", "left": "✓ 口号（抓手）：没有"}',130,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(132,'telegram:4711','ask','{"text": "【学法】第1至4题，共4题\n① 是否建立健全了党政领导干部会前学法制度？\n② 中心组法治专题学习：4次 ✓\n③ 各部门2025年是否结合实际，不定期开展专题学法和法律业务培训？\n④ 干部学法受教育面：98.6% ✓\n数据一般在：党政办\n照次序写“是”或“否”，用逗号隔开；也可以点：点一下是“是”，再点是“否”。\n例：是，是", "rows": [[{"id": "t:study_before_meeting", "label": "①会前学法制度"}, {"id": "g:center_group_study", "label": "②中心组法治专题学习"}], [{"id": "t:department_study", "label": "③部门学法培训"}, {"id": "g:study_coverage", "label": "④干部学法受教育面"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 122, "replaces": false, "understood": "", "left": "— 【组织领导】第1至4题，共4题"}',131,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(133,'telegram:4711','ask','{"text": "【普法 1/6】已答20/47\n2025年重点宣传了哪些法律法规？\n数据一般在：司法所\n现在的答案：《民法典》《宪法》《信访工作条例》\n可选几项，选好按“完成”；也可以直接写序号或文字。", "rows": [[{"id": "-civil_code", "label": "✓ 《民法典》"}], [{"id": "-constitution", "label": "✓ 《宪法》"}], [{"id": "+petition", "label": "《信访工作条例》"}], [{"id": "+penalty", "label": "《行政处罚法》"}], [{"id": "+publicity", "label": "《法治宣传教育法》"}], [{"id": "+land", "label": "《土地管理法》"}], [{"id": "+safety", "label": "《安全生产法》"}], [{"id": "+secrecy", "label": "《保守国家秘密法》"}], [{"id": "+rural", "label": "《乡村振兴促进法》"}], [{"id": "+gangs", "label": "《反有组织犯罪法》"}], [{"id": "done", "label": "完成"}], [{"id": "zero", "label": "没有"}, {"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "read", "label": "看这一节"}, {"id": "clear", "label": "清空这一题"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 123, "replaces": false, "understood": "", "left": "— 【学法】第1至4题，共4题"}',132,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(134,'telegram:4711','ask','{"text": "【普法 2/6】已答20/47\n是否落实了“谁执法谁普法”普法责任制？\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 124, "replaces": false, "understood": "", "left": "✓ 宣传的法律法规：《民法典》《宪法》《信访工作条例》"}',133,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(135,'telegram:4711','ask','{"text": "【普法 3/6】已答20/47\n开展的是法律几进？\n数据一般在：司法所\n选项里没有的，直接写出来。", "rows": [[{"id": "=six", "label": "“法律六进”"}, {"id": "=eight", "label": "“法律八进”"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 125, "replaces": false, "understood": "", "left": "— 谁执法谁普法：跳过"}',134,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(136,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 126, "replaces": false, "understood": "", "left": "— 法律几进"}',135,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(137,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 127, "replaces": false, "understood": "✓ 发放宣传资料：5000余份", "left": ""}',136,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(138,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(139,'telegram:4711','issue','{"document": "work_summary", "year": 2025, "filing": 0}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(140,'telegram:4711','ask','{"text": "【普法】第4至6题，共6题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "menu", "label": "目录"}]], "screen": 128, "replaces": false, "understood": "", "left": "↓ 【普法】第4至6题，共6题"}',137,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(141,'telegram:4711','ask','{"text": "【普法】第3至5题，共5题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 129, "replaces": false, "understood": "", "left": "↓ 普法第3至5题"}',140,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(142,'telegram:4711','ask','{"text": "白土乡2025年度法治政府建设工作总结，请于2026年1月31日前报送\n▓▓▓▓░░░░░░ 25/55\n1. 单位资料：已答完\n2. 报告开头：已答完\n3. 组织领导：缺材料 2/3\n　缺：成立领导小组（党政办）\n4. 第一责任人：未开始\n5. 学法：进行中 2/4\n6. 普法：进行中 3/5\n7. 纠纷化解：未开始\n8. 权责清单：未开始\n9. 依法履职：未开始\n10. 依法决策：未开始\n11. 行政执法：未开始\n12. 应急处置：都是可选题\n13. 法律服务：未开始\n14. 政务公开：未开始\n15. 监督与复议应诉：未开始\n16. 荣誉和创建：都是可选题\n17. 问题原因：进行中 1/2\n18. 明年安排：未开始\n19. 其他情况：都是可选题\n20. 落款：未开始\n有1处改稿用的还是旧数，请按“看稿”“改稿”看。\n点一节进去，或者回复它的序号。", "rows": [[{"id": "s:unit", "label": "1.单位资料 ✓"}, {"id": "s:opening", "label": "2.报告开头 ✓"}], [{"id": "s:organisation", "label": "3.组织领导 等1"}, {"id": "s:responsibility", "label": "4.第一责任人 ○"}], [{"id": "s:study", "label": "5.学法 ◐"}, {"id": "s:publicity", "label": "6.普法 ◐"}], [{"id": "s:disputes", "label": "7.纠纷化解 ○"}, {"id": "s:powers", "label": "8.权责清单 ○"}], [{"id": "s:service", "label": "9.依法履职 ○"}, {"id": "s:decisions", "label": "10.依法决策 ○"}], [{"id": "s:enforcement", "label": "11.行政执法 ○"}, {"id": "s:emergency", "label": "12.应急处置 ○"}], [{"id": "s:legal_service", "label": "13.法律服务 ○"}, {"id": "s:disclosure", "label": "14.政务公开 ○"}], [{"id": "s:supervision", "label": "15.监督与复议应诉 ○"}, {"id": "s:honours", "label": "16.荣誉和创建 ○"}], [{"id": "s:problems", "label": "17.问题原因 ◐"}, {"id": "s:next_steps", "label": "18.明年安排 ○"}], [{"id": "s:other", "label": "19.其他情况 ○"}, {"id": "s:closing", "label": "20.落款 ○"}], [{"id": "go", "label": "接着答"}, {"id": "sheet", "label": "题单"}, {"id": "read", "label": "看稿"}], [{"id": "draft", "label": "出稿"}, {"id": "documents", "label": "其他文书"}], [{"id": "file", "label": "定稿"}, {"id": "filings", "label": "历次定稿"}], [{"id": "year", "label": "换年度"}, {"id": "settings", "label": "设置"}]], "screen": 130, "replaces": false, "understood": "", "left": "— 普法第3至5题"}',141,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(143,'telegram:4711','ask','{"text": "【普法 2/5】已答25/55\n是否落实了“谁执法谁普法”普法责任制？\n说明：写普法责任的落实\n数据一般在：司法所", "rows": [[{"id": "=yes", "label": "是"}, {"id": "=no", "label": "否"}], [{"id": "out", "label": "不涉及"}, {"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 131, "replaces": false, "understood": "", "left": "— 目录"}',142,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(144,'telegram:4711','ask','{"text": "【普法】第3至5题，共5题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 132, "replaces": false, "understood": "", "left": "— 谁执法谁普法：跳过"}',143,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(145,'telegram:4711','ask','{"text": "【普法】第3至5题，共5题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 133, "replaces": false, "understood": "✓ 发放宣传资料：5000余份", "left": ""}',144,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(146,'telegram:4711','say','{"text": "报告如下。如果有〔待填〕，那里还缺答案。"}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(147,'telegram:4711','issue','{"document": "work_summary", "year": 2025, "filing": 0}',NULL,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
INSERT INTO "outbox" VALUES(148,'telegram:4711','ask','{"text": "【普法】第3至5题，共5题\n① 普法活动：18场 ✓　去年：12场\n② 发放宣传资料：5000余份 ✓\n③ 普法受众（人次、人）\n数据一般在：司法所\n只差“普法受众”了，直接写。", "rows": [[{"id": "g:publicity_events", "label": "①普法活动"}, {"id": "g:leaflets", "label": "②发放宣传资料"}], [{"id": "g:audience", "label": "③普法受众"}], [{"id": "later", "label": "待问同事"}], [{"id": "back", "label": "上一题"}, {"id": "skip", "label": "跳过"}, {"id": "review", "label": "看本节"}, {"id": "menu", "label": "目录"}]], "screen": 134, "replaces": false, "understood": "", "left": "↓ 普法第3至5题"}',145,'2026-01-08T09:30:00+00:00',NULL,NULL,NULL);
CREATE TABLE "packs" (
   "pack" TEXT,
   "version" TEXT,
   "questions" TEXT NOT NULL,
   PRIMARY KEY ("pack", "version")
);
INSERT INTO "packs" VALUES('law_based_government','0a1b2c3d4e5f','[]');
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
, "held" TEXT, "item" INTEGER NOT NULL DEFAULT 0, "via" TEXT NOT NULL DEFAULT '', "saw" TEXT NOT NULL DEFAULT '', "changed" TEXT NOT NULL DEFAULT '', "places" TEXT NOT NULL DEFAULT '', "pack_version" TEXT NOT NULL DEFAULT '');
INSERT INTO "sessions" VALUES('telegram:4711','group',2025,'publicity_events',134,'2026-01-08T09:30:00+00:00',NULL,0,'','','','{"2025": "publicity_events"}','');
INSERT INTO "sessions" VALUES('telegram:4712','naming',0,'',1,'2026-01-08T09:30:00+08:00',NULL,0,'','','','','');
INSERT INTO "sessions" VALUES('terminal','year',2025,'',1,'2026-01-08T09:30:00+08:00',NULL,0,'','','','','');
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
INSERT INTO "updates" VALUES('telegram:4711:5fbfda7653a1e511','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:5aaf821c1da4b1e7','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:0c2fe8e309d2d5a5','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:c98310e684523577','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:16d6bc2fbfddc61b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:21ea3b4869fafee9','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:706c546523dfcb2d','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:f3def0db3e2be909','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:849df0690c5acf72','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:b98aa33bc7052c5e','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:8017d69490d40cb1','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:953b2f26db46cfc7','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:407dc23fb8d8a250','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:aae82166bf3c027d','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:ea37beaf674d670f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d73acb532f30af91','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:7a1b2103eedef436','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d7bece9f941c5933','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:467bf87c75d68f8c','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:8e5899fcfca39acc','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:a81ed568bf04dcbd','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:a4e8b369a0324e52','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d0402109514c6876','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:cd42ad16c0b32dc8','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:3c3ebfe72b5600c2','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:2faf5ca467067cd6','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:4d5a352e19715369','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:fce3fe3be3daa120','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:1762116c861c714a','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:eaa3a4c604f7d701','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:da56e8fc13094a5b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:0ce2ae3f0d7880c0','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:129c9c5fb055f43a','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:fbb336096a0a3044','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:a6bd0f583e402b52','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:1c6a0b77641ba11d','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:36b67a45d1a5d299','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:23984bd4468a3e4a','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:aea568c8cf2d3ff5','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:e56bdd89b9417715','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:cbf262a02f4560e3','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:33c0f90cc54c3aab','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:3c2c3ae6d1c58559','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:cc09aa0bb30da107','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:e2500022f9c2f7e1','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:800066174b60f728','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:bf4184aba21a097f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:e845986dd51001e3','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:5a5ce9a6346718e8','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:06c881c003fde51d','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:074089fe6efd927b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:17f338dc7c106fb7','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d21916b9a9bf13bc','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:08cdaf4b367a18fd','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:e3be2ea00b67635d','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:40df2c63e5563e77','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:71d3b89744b56176','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:f43841ddb3ae3acc','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:c68626cd466e3992','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:731649643ee96fe0','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:95dd687cd574e86b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:3a8ff306849a1dcc','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:2c80d2f02c5a21af','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:42858b55b41cc113','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d7b99dbcada8f30b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:ca0e1f7cefb84336','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:69e7560ff1d8353b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:a71f0813e425822f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:b5a980e191c8cba0','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:5ba0e23cd1903b36','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:f7f3cdab24cf4b5a','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:fc7ad9f400680051','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:113c3cba744f1fdf','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:8d66ccec29ec1d64','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:f96e55cfc8ad1f54','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:62751ef2f347e2d6','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:ed01a257a34235c1','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:47bebf6226a5744b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:5739863a0fcf2d49','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:c0e33639409790cd','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:9671d73bc994f1f8','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:2ec211211b0e5350','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:820a0da00510445f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:a36c8e34e7e1cd8b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:9bb1b546a6557639','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:e86162c40ac11d8f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:c019b466b3719590','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:67fe2713a823fdf3','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:7206c13ce4d5a021','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:892d793b8f526b4b','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:66a330b2a02828f5','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:9be76b9cfe4be843','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:467e5d8bf17c7471','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:d72410d604321ce1','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:910b6022cc60f39f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:ebc0c514ae7a6689','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:97e94c16096f7a3c','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:cc519004e953ef4f','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:885ed5d8104a1393','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:1272d40cf72f67f8','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:1196a72bf9d56f36','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:229c3760bd706900','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:eb40b3e7cca04658','telegram:4711','2026-01-08T09:30:00+00:00');
INSERT INTO "updates" VALUES('telegram:4711:f564407a4d79c771','telegram:4711','2026-01-08T09:30:00+00:00');
CREATE TABLE "uploads" (
   "unit" INTEGER REFERENCES "units"("id"),
   "bot" INTEGER,
   "kind" TEXT,
   "hash" TEXT,
   "file" TEXT NOT NULL,
   PRIMARY KEY ("unit", "bot", "kind", "hash")
);
INSERT INTO "uploads" VALUES(1,110201543,'document','ab','BQACAgUAA');
CREATE TABLE "wordings" (
   "id" INTEGER PRIMARY KEY,
   "unit" INTEGER NOT NULL REFERENCES "units"("id"),
   "sentence" TEXT NOT NULL,
   "wording" INTEGER NOT NULL,
   "member" INTEGER REFERENCES "members"("id"),
   "at" TEXT NOT NULL
);
INSERT INTO "wordings" VALUES(1,1,'publicity.events',2,1,'2026-01-08T09:30:00+08:00');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE UNIQUE INDEX members_present ON members(chat) WHERE left_at IS NULL;
CREATE UNIQUE INDEX "idx_drafts_unit_pack_year"
    ON "drafts" ("unit", "pack", "year");
CREATE INDEX "idx_answers_unit_draft_question_item"
    ON "answers" ("unit", "draft", "question", "item");
CREATE INDEX outbox_unsent ON outbox(chat, id) WHERE sent_at IS NULL;
CREATE INDEX "idx_outbox_chat_kind_id"
    ON "outbox" ("chat", "kind", "id");
CREATE VIEW "current_answers" AS SELECT a.* FROM (
             SELECT unit, max(id) AS newest FROM answers GROUP BY unit, draft, question, item
           ) n JOIN answers a ON a.id = n.newest AND a.unit = n.unit
           WHERE a.absence IS NOT 'cleared';
CREATE INDEX "idx_members_unit"
    ON "members" ("unit");
CREATE INDEX "idx_outbox_edits"
    ON "outbox" ("edits");
CREATE INDEX "idx_amendments_unit_draft_sentence"
    ON "amendments" ("unit", "draft", "sentence");
CREATE INDEX "idx_checks_unit_draft_sentence"
    ON "checks" ("unit", "draft", "sentence");
CREATE VIEW "current_checks" AS SELECT c.* FROM (
             SELECT unit, max(id) AS newest FROM checks GROUP BY unit, draft, sentence
           ) n JOIN checks c ON c.id = n.newest AND c.unit = n.unit
           WHERE c.text IS NOT NULL;
CREATE UNIQUE INDEX "idx_filings_unit_draft_document_number"
    ON "filings" ("unit", "draft", "document", "number");
CREATE INDEX "idx_wordings_unit_sentence"
    ON "wordings" ("unit", "sentence");
COMMIT;
