-- Texts hold JSON, in which every control character is escaped: PostgreSQL stores no NUL.
create table assessment (
    id uuid primary key,
    assessed_at timestamp with time zone not null,
    door varchar(20) not null,
    presentation text not null,
    answer text not null,
    knowledge_id text not null,
    knowledge_version text not null,
    knowledge_status varchar(20) not null,
    knowledge_sha256 char(64) not null,
    engine_version text not null
);

create index assessment_assessed_at on assessment (assessed_at);
