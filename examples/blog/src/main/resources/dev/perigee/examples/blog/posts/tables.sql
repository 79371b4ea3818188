create table post (
    id bigint generated always as identity primary key, -- grows with time: a higher id is a newer post
    author_id bigint not null,                          -- a user of the gRPC service, so no foreign key
    title varchar(200) not null,
    text varchar not null,
    created_at bigint not null                          -- seconds since the epoch
);

create index post_of_author on post (author_id, id desc);
