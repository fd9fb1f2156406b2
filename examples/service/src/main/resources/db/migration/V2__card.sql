create table card (
    id uuid primary key,
    assessment_id uuid not null references assessment on delete cascade
);

create index card_assessment on card (assessment_id);

create table feedback (
    id uuid primary key,
    card_id uuid not null references card on delete cascade,
    told_at timestamp with time zone not null,
    feedback text not null
);

create index feedback_card on feedback (card_id);
